#include "interpreter/shell/prompt.h"

#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <string>
#include <string_view>

namespace weft::shell {

namespace {

enum class LineEnd { Newline, EndOfInput, Interrupt };

// Reads one line from standard input, its end included. One character at a time: what follows the
// line belongs to the script that the line starts, which may call input().
LineEnd read_line(Interpreter& interpreter, std::string& line) {
  line.clear();
  for (;;) {
    if (!interpreter.wait_for_input(STDIN_FILENO)) {
      interpreter.take_interrupt();
      return LineEnd::Interrupt;
    }
    char character;
    const ssize_t count = read(STDIN_FILENO, &character, 1);
    if (count < 0 && errno == EINTR) continue;
    if (count <= 0) {
      if (line.empty()) return LineEnd::EndOfInput;
      line += '\n';
      return LineEnd::Newline;
    }
    line += character;
    if (character == '\n') return LineEnd::Newline;
  }
}

// Prompts are not output: they go where errors go.
void show(const std::string& text) {
  std::fputs(text.c_str(), stderr);
  std::fflush(stderr);
}

// Blanks and comments only.
bool has_nothing_to_run(std::string_view input) {
  while (!input.empty()) {
    const std::string_view line = input.substr(0, input.find('\n'));
    const size_t begin = line.find_first_not_of(" \t\r\f");
    if (begin != std::string_view::npos && line[begin] != '#') return false;
    input.remove_prefix(std::min(line.size() + 1, input.size()));
  }
  return true;
}

// Reads a whole input: one line, or the lines of a compound statement.
LineEnd read_input(Interpreter& interpreter, std::string& input) {
  input.clear();
  std::string line;
  for (bool continuation = false;; continuation = true) {
    show(interpreter.prompt(continuation));
    const LineEnd end = read_line(interpreter, line);
    if (end == LineEnd::Interrupt) return end;
    if (end == LineEnd::EndOfInput) return input.empty() ? end : LineEnd::Newline;
    input += line;
    if (has_nothing_to_run(input)) return LineEnd::Newline;
    // Without the last line end: an empty line is what ends a block.
    const std::string_view typed(input.data(), input.size() - 1);
    if (interpreter.check_complete(typed) == Interpreter::Completeness::Complete) {
      return LineEnd::Newline;
    }
  }
}

}  // namespace

int run_prompt(Interpreter& interpreter, const char* banner) {
  interpreter.finish();
  if (banner != nullptr) show(std::string(banner) + "\n");
  std::string input;
  for (;;) {
    try {
      switch (read_input(interpreter, input)) {
        case LineEnd::EndOfInput:
          show("\n");
          return 0;
        case LineEnd::Interrupt:
          show("\nKeyboardInterrupt\n");
          continue;
        case LineEnd::Newline:
          break;
      }
      if (has_nothing_to_run(input)) continue;
      interpreter.run_interactive(input);
      interpreter.finish();
    } catch (const ScriptError& error) {
      interpreter.finish();
      if (error.exit_code()) return *error.exit_code();
      interpreter.report(error);
    }
  }
}

}  // namespace weft::shell
