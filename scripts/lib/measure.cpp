// Runs a command and says what it took; used by scripts/bench.
//
//   measure REPORT_FILE TIMEOUT_SECONDS COMMAND [ARGUMENTS...]
//
// Writes "wall-seconds cpu-seconds peak-kilobytes exit-status" to REPORT_FILE. It is a program of
// its own because Linux counts towards a child's peak what its parent had resident when it started
// the child: measured from Python, nothing would seem to need less than Python does. The exit
// status is that of a shell: 128 + signal when a signal ended the command.
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <cstdio>
#include <cstdlib>

namespace {

double seconds(const timeval& time) { return double(time.tv_sec) + double(time.tv_usec) / 1e6; }

}  // namespace

int main(int argc, char** argv) {
  if (argc < 4) {
    std::fputs("usage: measure REPORT_FILE TIMEOUT_SECONDS COMMAND [ARGUMENTS...]\n", stderr);
    return 2;
  }
  const auto timeout = static_cast<unsigned>(std::atoi(argv[2]));
  const auto started = std::chrono::steady_clock::now();
  const pid_t child = fork();
  if (child < 0) {
    std::perror("measure: fork");
    return 2;
  }
  if (child == 0) {
    alarm(timeout);  // survives exec; its signal ends a command that does not handle it
    execvp(argv[3], argv + 3);
    std::perror(argv[3]);
    _exit(127);
  }
  int status = 0;
  rusage usage{};
  if (wait4(child, &status, 0, &usage) != child) {
    std::perror("measure: wait4");
    return 2;
  }
  const std::chrono::duration<double> wall = std::chrono::steady_clock::now() - started;
  const int code = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);

  std::FILE* report = std::fopen(argv[1], "w");
  if (report == nullptr) {
    std::perror(argv[1]);
    return 2;
  }
  std::fprintf(report, "%.6f %.6f %ld %d\n", wall.count(),
               seconds(usage.ru_utime) + seconds(usage.ru_stime), usage.ru_maxrss, code);
  std::fclose(report);
  return 0;
}
