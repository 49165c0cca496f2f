// Everything a host program needs to embed weft.
//
//   weft::Interpreter interpreter;
//   interpreter.define("area", "(width, height, /)", "Area of a rectangle.",
//                      [](double width, double height) { return width * height; });
//   try {
//     interpreter.run("total = area(2, 3) + 1");
//     double total = interpreter.global("total").to<double>();
//   } catch (const weft::ScriptError& error) {
//     std::cerr << error.traceback();
//   }
//
// An Interpreter is a world of its own: heap, modules, lock. Hosts may have many, each used by one
// thread at a time. Handles keep values of the script alive and must not outlive their interpreter.
#pragma once

#include "weft/error.h"
#include "weft/function.h"
#include "weft/handle.h"
#include "weft/interpreter.h"
#include "weft/promise.h"
