// The command line: `weft [OPTIONS] [FILE | -c TEXT | -m MODULE | -] [ARGUMENTS]`.
//
// Exit status as CPython's: 0, 1 after an uncaught exception, 2 for a wrong command line or a file
// that cannot be opened, what SystemExit says, 120 when the output could not be written, and death
// by SIGINT (130 to a shell) after KeyboardInterrupt.
#include <fcntl.h>
#include <signal.h>
#include <unistd.h>

#include <atomic>
#include <cerrno>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <sstream>
#include <stdexcept>
#include <string>
#include <system_error>
#include <vector>

#include "interpreter/shell/command_line.h"
#include "interpreter/shell/prompt.h"
#include "weft/weft.h"

namespace {

using weft::shell::Request;

// The one thing signal handlers need. A process has one SIGINT, so this is the shell's, not the
// library's.
std::atomic<weft::Interpreter*> interrupted_interpreter{nullptr};

extern "C" void on_interrupt(int) {
  if (weft::Interpreter* interpreter = interrupted_interpreter.load()) interpreter->interrupt();
}

extern "C" void on_quit(int) {
  if (weft::Interpreter* interpreter = interrupted_interpreter.load()) interpreter->request_dump();
}

// Lets SIGINT reach the script while it lives; SIGQUIT asks what it is doing.
class InterruptHandler {
 public:
  explicit InterruptHandler(weft::Interpreter& interpreter) {
    // A broken pipe is an OSError of the script.
    signal(SIGPIPE, SIG_IGN);
    struct sigaction previous {};
    sigaction(SIGINT, nullptr, &previous);
    if (previous.sa_handler == SIG_IGN) return;  // a background job of a shell keeps ignoring it
    interrupted_interpreter.store(&interpreter);
    struct sigaction action {};
    action.sa_handler = on_quit;
    sigaction(SIGQUIT, &action, nullptr);
    action.sa_handler = on_interrupt;
    sigaction(SIGINT, &action, nullptr);  // no SA_RESTART: blocking calls return and look
  }
  ~InterruptHandler() { interrupted_interpreter.store(nullptr); }
  InterruptHandler(const InterruptHandler&) = delete;
  InterruptHandler& operator=(const InterruptHandler&) = delete;
};

// Ends the process as SIGINT would have, so that the caller's shell knows.
[[noreturn]] void die_of_interrupt() {
  signal(SIGINT, SIG_DFL);
  kill(getpid(), SIGINT);
  _exit(130);
}

// A file that cannot be read throws std::invalid_argument.
std::string read_source(const std::string& path) {
  std::ifstream stream(path, std::ios::binary);
  std::string contents(std::istreambuf_iterator<char>(stream), {});
  if (stream.bad() || !stream.is_open()) {
    throw std::invalid_argument("can't read file '" + path + "'");
  }
  return contents;
}

int compile_only(weft::Interpreter& interpreter, const std::vector<std::string>& files) {
  const auto begin = std::chrono::steady_clock::now();
  int refused = 0;
  for (const std::string& file : files) {
    try {
      interpreter.compile(read_source(file), file);
    } catch (const weft::ScriptError& error) {
      ++refused;
      std::fputs(error.traceback().c_str(), stderr);
    }
  }
  const std::chrono::duration<double> elapsed = std::chrono::steady_clock::now() - begin;
  std::printf("compiled %zu files in %.6f s, %d refused\n", files.size(), elapsed.count(), refused);
  return refused == 0 ? 0 : 1;
}

// How a program ended.
struct Ending {
  int status = 0;
  bool interrupted = false;  // by KeyboardInterrupt
};

Ending ending_of(weft::Interpreter& interpreter, const weft::ScriptError& error,
                 const Request& request) {
  // The prompt that follows shows even how the program exited.
  if (!error.exit_code() || request.inspect) {
    interpreter.report(error);
    return {1, error.type_name() == "KeyboardInterrupt"};
  }
  // A text as SystemExit's argument is shown.
  const weft::Handle code = error.exception().attribute("code");
  if (!code.is_none() && !interpreter.is_instance(code, "int")) {
    interpreter.flush();
    std::fprintf(stderr, "%s\n", code.str().c_str());
  }
  return {*error.exit_code(), false};
}

Ending run_program(weft::Interpreter& interpreter, const Request& request, const char* program) {
  try {
    switch (request.mode) {
      case Request::Mode::File:
        interpreter.run_main_file(request.target);
        break;
      case Request::Mode::Module:
        interpreter.run_main_module(request.target);
        break;
      case Request::Mode::Text:
        interpreter.run_main_text(request.target);
        break;
      case Request::Mode::Disassemble:
        for (const std::string& file : request.arguments) {
          std::fputs(interpreter.disassemble(read_source(file), file).c_str(), stdout);
        }
        break;
      case Request::Mode::CompileOnly:
        return {compile_only(interpreter, request.arguments), false};
      case Request::Mode::Prompt:
        break;
    }
    return {};
  } catch (const weft::ScriptError& error) {
    return ending_of(interpreter, error, request);
  } catch (const std::invalid_argument& error) {
    std::fprintf(stderr, "%s: %s\n", program, error.what());
    return {1, false};
  }
}

// Each print is one write at once.
void stop_buffering(weft::Interpreter& interpreter) {
  const weft::Handle out = interpreter.import("sys").attribute("stdout");
  if (!out.is_none()) {
    out.attribute("reconfigure").call({}, {{"write_through", interpreter.make(true)}});
  }
}

int run(weft::Interpreter& interpreter, const Request& request, const char* program) {
  if (request.unbuffered) stop_buffering(interpreter);
  Ending ending = run_program(interpreter, request, program);
  if (request.mode == Request::Mode::Prompt || request.inspect) {
    const bool show_version = request.mode == Request::Mode::Prompt && !request.quiet;
    ending = {weft::shell::run_prompt(interpreter, show_version ? weft::shell::Version : nullptr),
              false};
  }
  if (!interpreter.finish()) ending.status = 120;
  if (ending.status == 0 && interpreter.found_deadlock()) ending.status = 1;
  if (ending.interrupted) {
    std::fflush(nullptr);
    die_of_interrupt();
  }
  // What is left are daemons.
  if (interpreter.has_running_threads()) interpreter.exit_process(ending.status);
  return ending.status;
}

// A file that cannot be opened is told before anything runs.
bool can_open(const Request& request, const char* program) {
  if (request.mode != Request::Mode::File || request.target == "-") return true;
  const int descriptor = open(request.target.c_str(), O_RDONLY | O_CLOEXEC);
  if (descriptor >= 0) {
    close(descriptor);
    return true;
  }
  const int error = errno;
  std::string shown = request.target;
  char folder[4096];
  if (!shown.starts_with('/') && getcwd(folder, sizeof folder) != nullptr) {
    shown = std::string(folder) + "/" + shown;
  }
  std::fprintf(stderr, "%s: can't open file '%s': [Errno %d] %s\n", program, shown.c_str(), error,
               std::strerror(error));
  return false;
}

// Where the program lies that was started by this name: for scripts that start it again, from
// whichever folder. Empty if it is not found.
std::string path_of(const std::string& name) {
  std::error_code error;
  if (name.find('/') != std::string::npos) {
    return std::filesystem::absolute(name, error).lexically_normal();
  }
  const char* folders = std::getenv("PATH");
  std::istringstream list(folders == nullptr ? "" : folders);
  for (std::string folder; std::getline(list, folder, ':');) {
    const std::filesystem::path found = std::filesystem::absolute(folder, error) / name;
    if (access(found.c_str(), X_OK) == 0) return found;
  }
  return "";
}

}  // namespace

int main(int count, char** values) {
  Request request;
  if (const std::optional<int> status = weft::shell::parse_command_line(count, values, request)) {
    return *status;
  }
  const char* program = values[0];
  if (!can_open(request, program)) return 2;
  weft::InterpreterOptions options;
  options.arguments = request.arguments;
  options.executable = path_of(program);
  options.use_environment = request.use_environment;
  options.detect_deadlocks = true;
  options.virtual_time = request.virtual_time;
  options.schedule_seed = request.schedule_seed;
  if (request.stall_milliseconds != 0) {
    options.stall_limit = std::chrono::milliseconds(request.stall_milliseconds);
  }
  try {
    weft::Interpreter interpreter(options);
    const InterruptHandler handler(interpreter);
    return run(interpreter, request, program);
  } catch (const weft::ScriptError& error) {
    std::fputs(error.traceback().c_str(), stderr);
    return 1;
  }
}
