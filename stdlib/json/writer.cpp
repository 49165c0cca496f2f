// Values to JSON.
#include <cmath>

#include "interpreter/objects/integer.h"
#include "interpreter/objects/iterators.h"
#include "interpreter/objects/str_builder.h"
#include "stdlib/json/json.h"

namespace weft {
namespace {

struct Options {
  Value fallback;  // called with what JSON has no form for
  bool ascii;
  bool check_circles;
  bool allow_nan;
  bool sort_keys;
  bool skip_keys;
  bool has_indent;
  std::string_view indent;
  std::string_view item_separator;
  std::string_view key_separator;
};

void append_unit(StrBuilder& out, uint32_t unit) {
  constexpr char digits[] = "0123456789abcdef";
  const char escaped[] = {'\\',
                          'u',
                          digits[unit >> 12 & 15],
                          digits[unit >> 8 & 15],
                          digits[unit >> 4 & 15],
                          digits[unit & 15]};
  out.append(std::string_view(escaped, sizeof escaped));
}

void append_string(StrBuilder& out, std::string_view text, bool ascii) {
  out.append('"');
  const char* place = text.data();
  const char* end = place + text.size();
  const char* plain = place;
  const auto flush = [&] {
    out.append(std::string_view(plain, static_cast<size_t>(place - plain)));
  };
  while (place < end) {
    const auto c = static_cast<unsigned char>(*place);
    if (c >= 0x20 && c != '"' && c != '\\' && (c < 0x80 || !ascii)) {
      ++place;
      continue;
    }
    flush();
    if (c >= 0x80) {
      uint32_t code_point = utf8::decode(place);
      if (code_point >= 0x10000) {
        code_point -= 0x10000;
        append_unit(out, 0xd800 + (code_point >> 10));
        append_unit(out, 0xdc00 + (code_point & 0x3ff));
      } else {
        append_unit(out, code_point);
      }
    } else {
      ++place;
      switch (c) {
        case '"':
          out.append("\\\"");
          break;
        case '\\':
          out.append("\\\\");
          break;
        case '\n':
          out.append("\\n");
          break;
        case '\r':
          out.append("\\r");
          break;
        case '\t':
          out.append("\\t");
          break;
        case '\b':
          out.append("\\b");
          break;
        case '\f':
          out.append("\\f");
          break;
        default:
          append_unit(out, c);
      }
    }
    plain = place;
  }
  flush();
  out.append('"');
}

class Writer {
 public:
  Writer(Thread& thread, const Options& options) : thread_(thread), options_(options) {}

  StrBuilder& out() { return out_; }

  // False: exception pending.
  bool write(Value value) {
    if (is_str(value)) {
      append_string(out_, value.as<Str>()->view(), options_.ascii);
      return true;
    }
    if (value.is_none()) {
      out_.append("null");
      return true;
    }
    if (value.is_bool()) {
      out_.append(value.is_true() ? "true" : "false");
      return true;
    }
    if (is_int(value)) return append_int(value);
    if (is_float(value)) return append_float(as_double(value));
    if (is_list(value) || is_tuple(value)) return write_nested(value, &Writer::write_sequence);
    if (is_dict(value)) return write_nested(value, &Writer::write_dict);
    return write_nested(value, &Writer::write_other);
  }

 private:
  bool append_int(Value value) {
    if (value.is_small_int()) {
      out_.append_number(value.as_small_int());
      return true;
    }
    Str* digits = int_to_str(thread_, value);
    if (digits == nullptr) return false;
    out_.append(digits);
    return true;
  }

  bool append_float(double number) {
    if (std::isfinite(number)) {
      out_.append(float_repr(number));
      return true;
    }
    if (!options_.allow_nan) {
      raise_value_error(thread_, "Out of range float values are not JSON compliant");
      return false;
    }
    out_.append(std::isnan(number) ? "NaN" : number > 0 ? "Infinity" : "-Infinity");
    return true;
  }

  // Whatever may hold itself.
  bool write_nested(Value value, bool (Writer::*part)(Value)) {
    if (!thread_.check_native_stack()) return false;
    if (thread_.has_interrupts() && !thread_.isolate.machine.check_interrupts(thread_)) {
      return false;
    }
    if (options_.check_circles) {
      for (const uint64_t open : open_) {
        if (open == value.bits()) {
          raise_value_error(thread_, "Circular reference detected");
          return false;
        }
      }
      open_.push_back(value.bits());
    }
    const bool good = (this->*part)(value);
    if (options_.check_circles) open_.pop_back();
    return good;
  }

  bool write_other(Value value) {
    const Value replaced = call(thread_, options_.fallback, {value});
    return replaced && write(replaced);
  }

  void begin_line() {
    if (!options_.has_indent) return;
    out_.append('\n');
    for (uint32_t i = 0; i < depth_; ++i) out_.append(options_.indent);
  }

  bool write_sequence(Value value) {
    const uint64_t count = is_list(value) ? value.as<List>()->count : value.as<Tuple>()->count;
    bool is_first = true;
    const bool exact = is_exactly(value, Kind::List) || is_exactly(value, Kind::Tuple);
    if (exact && count == 0) {
      out_.append("[]");
      return true;
    }
    ++depth_;
    const bool good = for_each(thread_, value, [&](Value element) {
      if (is_first) {
        out_.append('[');
      } else {
        out_.append(options_.item_separator);
      }
      begin_line();
      is_first = false;
      return write(element);
    });
    --depth_;
    if (!good) return false;
    if (is_first) {
      out_.append("[]");
      return true;
    }
    begin_line();
    out_.append(']');
    return true;
  }

  // The text of a key; `skipped` when it is to be left out. False: exception pending.
  bool append_key(Value key, bool& skipped) {
    if (is_str(key)) {
      append_string(out_, key.as<Str>()->view(), options_.ascii);
      return true;
    }
    const size_t size = out_.size();
    out_.append('"');
    bool good = true;
    if (key.is_none()) {
      out_.append("null");
    } else if (key.is_bool()) {
      out_.append(key.is_true() ? "true" : "false");
    } else if (is_int(key)) {
      good = append_int(key);
    } else if (is_float(key)) {
      good = append_float(as_double(key));
    } else {
      out_.shrink(size);
      skipped = options_.skip_keys;
      if (!skipped) {
        raise_type_error(thread_, text("keys must be str, int, float, bool or None, not ",
                                       type_name(thread_, key)));
      }
      return skipped;
    }
    out_.append('"');
    return good;
  }

  bool write_item(Value key, Value value, bool& is_first) {
    const size_t size = out_.size();
    if (is_first) {
      out_.append('{');
    } else {
      out_.append(options_.item_separator);
    }
    begin_line();
    bool skipped = false;
    if (!append_key(key, skipped)) return false;
    if (skipped) {
      out_.shrink(size);
      return true;
    }
    is_first = false;
    out_.append(options_.key_separator);
    return write(value);
  }

  bool write_pair(Value pair, bool& is_first) {
    if (!is_tuple(pair) || pair.as<Tuple>()->count != 2) {
      raise_value_error(thread_, "items must return 2-tuples");
      return false;
    }
    return write_item(pair.as<Tuple>()->values[0], pair.as<Tuple>()->values[1], is_first);
  }

  bool write_dict(Value value) {
    Dict* dict = value.as<Dict>();
    bool is_first = true;
    bool good = true;
    ++depth_;
    if (is_exactly(value, Kind::Dict) && !options_.sort_keys) {
      uint64_t position = 0;
      Value key, member;
      while (good && dict_next(dict, position, key, member)) {
        good = write_item(key, member, is_first);
      }
    } else {
      Value items = call_method(thread_, value, "items", {});
      if (items && options_.sort_keys) {
        List* sorted = list_from_iterable(thread_, items);
        items = as_result(sorted);
        if (items && !call_method(thread_, items, "sort", {})) items = Value::error();
      }
      good =
          items && for_each(thread_, items, [&](Value pair) { return write_pair(pair, is_first); });
    }
    --depth_;
    if (!good) return false;
    if (is_first) {
      out_.append("{}");
      return true;
    }
    begin_line();
    out_.append('}');
    return true;
  }

  Thread& thread_;
  const Options& options_;
  StrBuilder out_;
  uint32_t depth_ = 0;
  std::vector<uint64_t> open_;  // words of the containers being written
};

Value json_write(Thread& thread, Arguments arguments) {
  Options options{};
  options.fallback = arguments[1];
  bool* flags[] = {&options.ascii, &options.check_circles, &options.allow_nan, &options.sort_keys,
                   &options.skip_keys};
  for (uint32_t i = 0; i < std::size(flags); ++i) {
    const Truth flag = truth(thread, arguments[2 + i]);
    if (flag == Truth::Error) return Value::error();
    *flags[i] = flag == Truth::True;
  }
  options.has_indent = !arguments[7].is_none();
  if (options.has_indent) {
    Str* indent = str_argument(thread, arguments[7], "write", "indent");
    if (indent == nullptr) return Value::error();
    options.indent = indent->view();
  }
  Str* item_separator = str_argument(thread, arguments[8], "write", "item_separator");
  if (item_separator == nullptr) return Value::error();
  Str* key_separator = str_argument(thread, arguments[9], "write", "key_separator");
  if (key_separator == nullptr) return Value::error();
  options.item_separator = item_separator->view();
  options.key_separator = key_separator->view();
  Writer writer(thread, options);
  if (!writer.write(arguments[0])) return Value::error();
  return as_result(writer.out().finish(thread));
}

Value json_quote(Thread& thread, Arguments arguments) {
  if (!is_str(arguments[0])) {
    return raise_type_error(
        thread, text("first argument must be a string, not ", type_name(thread, arguments[0])));
  }
  const Truth ascii = truth(thread, arguments[1]);
  if (ascii == Truth::Error) return Value::error();
  StrBuilder out;
  append_string(out, arguments[0].as<Str>()->view(), ascii == Truth::True);
  return as_result(out.finish(thread));
}

constexpr NativeMethod functions[] = {
    {"quote", "(text, ascii, /)", "A text as JSON.", json_quote},
    {"write",
     "(value, default, ensure_ascii, check_circular, allow_nan, sort_keys, skipkeys, indent, "
     "item_separator, key_separator, /)",
     "A value as JSON.", json_write},
};

}  // namespace

std::span<const NativeMethod> json_writer_functions() { return functions; }

}  // namespace weft
