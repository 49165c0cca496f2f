// What most tests here ask: that something raises in the script, and what.
#pragma once

#include <gtest/gtest.h>

#include <functional>
#include <string>

#include "weft/weft.h"

// Runs `action`, which must throw ScriptError; its what().
inline std::string error_of(const std::function<void()>& action) {
  try {
    action();
  } catch (const weft::ScriptError& error) {
    return error.what();
  }
  return "no error";
}

inline std::string error_of(weft::Interpreter& interpreter, const std::string& source) {
  return error_of([&] { interpreter.run(source); });
}
