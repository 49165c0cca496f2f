// What a host catches when a script raises.
#pragma once

#include <optional>
#include <stdexcept>
#include <string>

#include "weft/handle.h"

namespace weft {

// An exception that left a script. what() is its last line, as "ValueError: bad size". May outlive
// the interpreter; then exception() is of no more use.
class ScriptError : public std::runtime_error {
 public:
  ScriptError(const std::string& summary, std::string type_name, std::string message,
              std::string traceback, Handle exception, std::optional<int> exit_code,
              bool limit_reached)
      : std::runtime_error(summary),
        type_name_(std::move(type_name)),
        message_(std::move(message)),
        traceback_(std::move(traceback)),
        exception_(std::move(exception)),
        exit_code_(exit_code),
        limit_reached_(limit_reached) {}

  const std::string& type_name() const { return type_name_; }  // "ValueError"
  const std::string& message() const { return message_; }      // str(exception)
  // The whole report as the command line prints it, with causes and source lines; ends in a
  // newline.
  const std::string& traceback() const { return traceback_; }
  const Handle& exception() const { return exception_; }
  // SystemExit: the process status it asks for. Others: none.
  std::optional<int> exit_code() const { return exit_code_; }
  // Whether the time limit or Interpreter::terminate() ended the script.
  bool limit_reached() const { return limit_reached_; }

 private:
  std::string type_name_;
  std::string message_;
  std::string traceback_;
  Handle exception_;
  std::optional<int> exit_code_;
  bool limit_reached_;
};

}  // namespace weft
