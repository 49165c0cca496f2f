// Module _charsets: conversion between character sets by the C library's iconv, for encodings that
// the core does not know (gbk, shift_jis, koi8-r …).
#include <iconv.h>

#include <cerrno>

#include "interpreter/objects/buffer.h"
#include "interpreter/objects/bytes.h"
#include "stdlib/module_filling.h"
#include "stdlib/native_modules.h"

namespace weft {
namespace {

class Converter {
 public:
  Converter(const std::string& to, const std::string& from)
      : handle_(iconv_open(to.c_str(), from.c_str())) {}
  ~Converter() {
    if (is_known()) iconv_close(handle_);
  }
  Converter(const Converter&) = delete;
  Converter& operator=(const Converter&) = delete;

  // iconv_open() fails with a pointer that is none.
  bool is_known() const { return reinterpret_cast<intptr_t>(handle_) != -1; }

  // Converts as much as can be; returns how many bytes that was. `problem` is 0, EILSEQ (the rest
  // begins with what cannot be converted) or EINVAL (it is cut off).
  size_t convert(std::string_view input, std::string& out, int& problem) {
    char* at = const_cast<char*>(input.data());
    size_t left = input.size();
    problem = 0;
    bool is_finishing = false;
    for (;;) {
      char piece[4096];
      char* place = piece;
      size_t room = sizeof piece;
      const size_t result = is_finishing ? iconv(handle_, nullptr, nullptr, &place, &room)
                                         : iconv(handle_, &at, &left, &place, &room);
      out.append(piece, place);
      if (result != static_cast<size_t>(-1)) {
        if (is_finishing) break;
        is_finishing = true;  // shifts back where the encoding has states
      } else if (errno != E2BIG) {
        problem = errno;
        break;
      }
    }
    return input.size() - left;
  }

 private:
  iconv_t handle_;
};

Value charsets_convert(Thread& thread, Arguments arguments) {
  const std::optional<std::string_view> data = readable_bytes(thread, arguments[0]);
  Str* to = data ? str_argument(thread, arguments[1], "convert", "2") : nullptr;
  Str* from = to == nullptr ? nullptr : str_argument(thread, arguments[2], "convert", "3");
  if (from == nullptr) return Value::error();
  Converter converter{std::string(to->view()), std::string(from->view())};
  if (!converter.is_known()) return Value::none();
  std::string out;
  int problem = 0;
  const size_t done = converter.convert(*data, out, problem);
  const Value bytes = as_result(make_bytes(thread, out));
  if (!bytes) return bytes;
  const Value parts[] = {bytes, Value::small_int(static_cast<int64_t>(done)),
                         Value::boolean(problem == EINVAL)};
  return as_result(make_tuple(thread, parts));
}

constexpr NativeMethod functions[] = {
    {"convert", "(data, to, from_, /)",
     "(bytes made, bytes taken, whether the rest is only cut off); None for unknown sets.",
     charsets_convert},
};

}  // namespace

bool fill_charsets(Thread& thread, Module* module) {
  return put_functions(thread, module, functions);
}

}  // namespace weft
