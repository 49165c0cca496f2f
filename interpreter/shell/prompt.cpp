#include "interpreter/shell/prompt.h"

#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <optional>
#include <string>

namespace weft::shell {

namespace {

// One line from standard input, its end included; nullopt at the end of input.
std::optional<std::string> read_line() {
  std::string line;
  for (;;) {
    char character;
    const ssize_t count = read(STDIN_FILENO, &character, 1);
    if (count < 0 && errno == EINTR) return std::string();
    if (count <= 0) {
      if (line.empty()) return std::nullopt;
      return line + '\n';
    }
    line += character;
    if (character == '\n') return line;
  }
}

void show(const std::string& text) {
  std::fputs(text.c_str(), stdout);
  std::fflush(stdout);
}

// A whole input: one line, or the lines of a compound statement.
std::optional<std::string> read_input(Interpreter& interpreter) {
  std::string input;
  for (bool continuation = false;; continuation = true) {
    show(interpreter.prompt(continuation));
    const std::optional<std::string> line = read_line();
    if (!line) {
      if (input.empty()) return std::nullopt;
      return input;
    }
    input += *line;
    if (interpreter.check_complete(input) == Interpreter::Completeness::Complete) return input;
  }
}

}  // namespace

int run_prompt(Interpreter& interpreter, const char* banner) {
  std::fprintf(stderr, "%s\n", banner);
  for (;;) {
    try {
      const std::optional<std::string> input = read_input(interpreter);
      if (!input) break;
      if (input->find_first_not_of(" \t\r\n\f") == std::string::npos) continue;
      interpreter.run_interactive(*input);
      interpreter.finish();
    } catch (const ScriptError& error) {
      interpreter.finish();
      if (error.exit_code()) return *error.exit_code();
      interpreter.report(error);
    }
  }
  show("\n");
  return 0;
}

}  // namespace weft::shell
