// Module _json: the parser and the writer behind module json.
#pragma once

#include "stdlib/module_filling.h"

namespace weft {

std::span<const NativeMethod> json_parser_functions();  // parser.cpp
std::span<const NativeMethod> json_writer_functions();  // writer.cpp

struct JsonState final : runtime::RootSource {
  void trace_roots(runtime::Marker& marker) override;
  Value error_class;  // json.JSONDecodeError
};

}  // namespace weft
