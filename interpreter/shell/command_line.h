// What the words of the command line ask for.
#pragma once

#include <optional>
#include <string>
#include <vector>

namespace weft::shell {

inline constexpr const char* Version = "weft 0.1.0 (Python 3.11)";

struct Request {
  enum class Mode { File, Text, Module, Prompt, Disassemble, CompileOnly };
  Mode mode = Mode::Prompt;
  std::string target;                  // file, text or module
  std::vector<std::string> arguments;  // sys.argv, or the files to compile
  bool inspect = false;                // -i
  bool quiet = false;                  // -q
  bool unbuffered = false;             // -u
  bool use_environment = true;         // not -E
  bool virtual_time = false;           // --virtual-time
  unsigned long schedule_seed = 0;     // --schedule-seed
  long stall_milliseconds = 0;         // -X watchdog
};

// Parses the command line. An exit status when that is all: help, version, or a wrong one (which
// was told).
std::optional<int> parse_command_line(int count, char** values, Request& request);

}  // namespace weft::shell
