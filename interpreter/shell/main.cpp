// The command line: `weft [OPTIONS] [FILE | -c TEXT | -m MODULE | -] [ARGUMENTS]`.
//
// Exit status as CPython's: 0, 1 after an uncaught exception, 2 for a wrong command line or a file
// that cannot be opened, what SystemExit says, 120 when the output could not be written, and death
// by SIGINT (130 to a shell) after KeyboardInterrupt.
#include <signal.h>
#include <unistd.h>

#include <atomic>
#include <chrono>
#include <cstdio>
#include <cstring>
#include <optional>
#include <string>
#include <vector>

#include "interpreter/shell/prompt.h"
#include "weft/weft.h"

namespace {

constexpr const char* Version = "weft 0.1.0 (Python 3.11)";

constexpr const char* Usage =
    "usage: weft [option] ... [-c cmd | -m mod | file | -] [arg] ...\n"
    "Options:\n"
    "-c cmd : program passed in as string (terminates option list)\n"
    "-m mod : run library module as a script (terminates option list)\n"
    "-i     : inspect interactively after running script\n"
    "-h     : print this help message and exit (also --help)\n"
    "-V     : print the version number and exit (also --version)\n"
    "--dis file           : print the bytecode of a source file\n"
    "--compile-only file… : parse and compile the files, run nothing\n"
    "file   : program read from script file\n"
    "-      : program read from stdin (default; interactive mode if a tty)\n"
    "arg ...: arguments passed to program in sys.argv[1:]\n"
    "Environment: WEFTPATH holds ':'-separated folders modules are imported from.\n";

// What the command line asks for.
struct Request {
  enum class Mode { File, Text, Module, Prompt, Disassemble, CompileOnly };
  Mode mode = Mode::Prompt;
  std::string target;                  // file, text or module
  std::vector<std::string> arguments;  // sys.argv, or the files to compile
  bool inspect = false;
};

// The one thing signal handlers need. A process has one SIGINT, so this is the shell's, not the
// library's.
std::atomic<weft::Interpreter*> interrupted_interpreter{nullptr};

extern "C" void on_interrupt(int) {
  if (weft::Interpreter* interpreter = interrupted_interpreter.load()) interpreter->interrupt();
}

void install_interrupt_handler(weft::Interpreter& interpreter) {
  interrupted_interpreter.store(&interpreter);
  struct sigaction action {};
  action.sa_handler = on_interrupt;
  sigaction(SIGINT, &action, nullptr);  // no SA_RESTART: blocking calls return and look
  signal(SIGPIPE, SIG_IGN);             // a broken pipe is an OSError
}

// Ends the process as SIGINT would have, so that the caller's shell knows.
[[noreturn]] void die_of_interrupt() {
  signal(SIGINT, SIG_DFL);
  kill(getpid(), SIGINT);
  _exit(130);
}

int wrong_usage(const std::string& message) {
  std::fprintf(stderr, "%s\nusage: weft [option] ... [-c cmd | -m mod | file | -] [arg] ...\n",
               message.c_str());
  std::fputs("Try `weft -h' for more information.\n", stderr);
  return 2;
}

// Parses the command line; a status to exit with when that is all.
std::optional<int> parse(int count, char** values, Request& request) {
  int index = 1;
  for (; index < count; ++index) {
    const std::string_view word = values[index];
    if (word == "-" || !word.starts_with('-')) break;
    if (word == "-h" || word == "--help") {
      std::fputs(Usage, stdout);
      return 0;
    }
    if (word == "-V" || word == "--version") {
      std::puts(Version);
      return 0;
    }
    if (word == "-i") {
      request.inspect = true;
      continue;
    }
    if (word == "--dis" || word == "--compile-only") {
      const bool only_compile = word == "--compile-only";
      request.mode = only_compile ? Request::Mode::CompileOnly : Request::Mode::Disassemble;
      for (++index; index < count; ++index) request.arguments.emplace_back(values[index]);
      if (request.arguments.empty() || (!only_compile && request.arguments.size() != 1)) {
        return wrong_usage("Argument expected for the " + std::string(word) + " option");
      }
      return std::nullopt;
    }
    if (word.starts_with("-c") || word.starts_with("-m")) {
      request.mode = word[1] == 'c' ? Request::Mode::Text : Request::Mode::Module;
      if (word.size() > 2) {
        request.target = word.substr(2);
      } else if (++index < count) {
        request.target = values[index];
      } else {
        return wrong_usage("Argument expected for the " + std::string(word) + " option");
      }
      request.arguments.emplace_back(word.substr(0, 2));
      for (++index; index < count; ++index) request.arguments.emplace_back(values[index]);
      return std::nullopt;
    }
    return wrong_usage("Unknown option: " + std::string(word));
  }
  if (index < count) {
    request.mode = Request::Mode::File;
    request.target = values[index];
    for (; index < count; ++index) request.arguments.emplace_back(values[index]);
  } else if (!isatty(STDIN_FILENO) && !request.inspect) {
    request.mode = Request::Mode::File;
    request.target = "-";
    request.arguments.emplace_back("");
  } else {
    request.arguments.emplace_back("");
  }
  return std::nullopt;
}

int compile_only(weft::Interpreter& interpreter, const std::vector<std::string>& files) {
  const auto begin = std::chrono::steady_clock::now();
  int refused = 0;
  for (const std::string& file : files) {
    try {
      interpreter.compile_file(file);
    } catch (const weft::ScriptError& error) {
      ++refused;
      std::fputs(error.traceback().c_str(), stderr);
    }
  }
  const std::chrono::duration<double> elapsed = std::chrono::steady_clock::now() - begin;
  std::printf("compiled %zu files in %.6f s, %d refused\n", files.size(), elapsed.count(), refused);
  return refused == 0 ? 0 : 1;
}

// Exit status of an error that ended the program; shows what is to be shown.
int status_of(weft::Interpreter& interpreter, const weft::ScriptError& error) {
  if (error.exit_code()) {
    // A text as SystemExit's argument is shown.
    const weft::Handle code = error.exception().attribute("code");
    if (!code.is_none() && code.type_name() != "int" && code.type_name() != "bool") {
      interpreter.finish();
      std::fprintf(stderr, "%s\n", code.str().c_str());
    }
    return *error.exit_code();
  }
  interpreter.report(error);
  return 1;
}

void run_request(weft::Interpreter& interpreter, const Request& request) {
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
      std::fputs(interpreter.disassemble_file(request.arguments[0]).c_str(), stdout);
      break;
    case Request::Mode::Prompt:
    case Request::Mode::CompileOnly:
      break;
  }
}

int run(weft::Interpreter& interpreter, const Request& request) {
  if (request.mode == Request::Mode::CompileOnly) {
    return compile_only(interpreter, request.arguments);
  }
  int status = 0;
  bool interrupted = false;
  try {
    run_request(interpreter, request);
  } catch (const weft::ScriptError& error) {
    interrupted = error.type_name() == "KeyboardInterrupt";
    if (!(request.inspect && error.exit_code())) status = status_of(interpreter, error);
  }
  if (request.mode == Request::Mode::Prompt || request.inspect) {
    status = weft::shell::run_prompt(interpreter, Version);
    interrupted = false;
  }
  if (!interpreter.finish() && status == 0) status = 120;
  if (interrupted) die_of_interrupt();
  return status;
}

// A file that cannot be opened is reported before anything runs, as CPython does.
bool can_open(const char* program, const Request& request) {
  if (request.mode != Request::Mode::File || request.target == "-") return true;
  std::FILE* file = std::fopen(request.target.c_str(), "rb");
  if (file == nullptr) {
    std::fprintf(stderr, "%s: can't open file '%s': [Errno %d] %s\n", program,
                 request.target.c_str(), errno, std::strerror(errno));
    return false;
  }
  std::fclose(file);
  return true;
}

}  // namespace

int main(int count, char** values) {
  Request request;
  if (const std::optional<int> status = parse(count, values, request)) return *status;
  if (!can_open(values[0], request)) return 2;
  weft::InterpreterOptions options;
  options.arguments = request.arguments;
  options.executable = values[0];
  try {
    weft::Interpreter interpreter(options);
    install_interrupt_handler(interpreter);
    const int status = run(interpreter, request);
    interrupted_interpreter.store(nullptr);
    return status;
  } catch (const weft::ScriptError& error) {
    std::fputs(error.traceback().c_str(), stderr);
    return 1;
  }
}
