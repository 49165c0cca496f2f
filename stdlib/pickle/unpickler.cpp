#include "stdlib/pickle/unpickler.h"

#include <bit>

#include "interpreter/objects/bytearray.h"
#include "interpreter/objects/bytes.h"
#include "interpreter/objects/instance.h"
#include "interpreter/objects/integer_bytes.h"
#include "interpreter/objects/memoryview.h"
#include "interpreter/objects/set.h"

namespace weft::pickle {

void push(UnpicklerData& data, Value value) { data.stack.push_back(value); }

namespace {

Value raise_underflow(Thread& thread, const UnpicklerData& data) {
  return raise_unpickling(
      thread, data.marks.empty() ? "unpickling stack underflow" : "unexpected MARK found");
}

}  // namespace

Value pop(Thread& thread, UnpicklerData& data) {
  if (data.stack.size() <= data.fence()) return raise_underflow(thread, data);
  const Value value = data.stack.back();
  data.stack.pop_back();
  return value;
}

namespace {

// The reading of one pickle.
class Machine {
 public:
  Machine(Thread& thread, Unpickler* unpickler)
      : thread_(thread), unpickler_(unpickler), data_(*unpickler->data) {}

  Value run();

 private:
  // Each false: exception pending.
  bool step(char opcode);
  bool load_sized(char opcode);
  bool load_container(char opcode);
  bool load_object(char opcode);
  bool load_memo(char opcode);
  bool load_number(char opcode);
  bool load_outside(char opcode);
  bool load_protocol();
  bool load_extension(unsigned bytes);
  bool load_persistent(Value id);
  bool append_elements(size_t start);
  bool set_items(size_t start);
  bool add_elements();
  bool make_call(bool with_new, bool with_keywords);
  bool instantiate(Value cls, Tuple* arguments);

  bool push_result(Value value) {
    if (!value) return false;
    push(data_, value);
    return true;
  }
  // Where the elements above the last mark begin; drops the mark.
  bool take_mark(size_t& start) {
    if (data_.marks.empty()) {
      raise_unpickling(thread_, "could not find MARK");
      return false;
    }
    start = data_.marks.back();
    data_.marks.pop_back();
    return true;
  }
  // What lies below an operand; the stack keeps it. Error: exception pending.
  Value below(size_t start) {
    if (start <= data_.fence()) return raise_underflow(thread_, data_);
    return data_.stack[start - 1];
  }
  bool set_memo(uint64_t number, Value value);

  Thread& thread_;
  Unpickler* unpickler_;
  UnpicklerData& data_;
};

bool Machine::set_memo(uint64_t number, Value value) {
  constexpr uint64_t Most = uint64_t{1} << 32;
  if (number >= Most) {
    raise_unpickling(thread_, "memo number too large");
    return false;
  }
  if (number >= data_.memo.size()) data_.memo.resize(number + 1, Value::unset());
  data_.memo[number] = value;
  return true;
}

bool Machine::append_elements(size_t start) {
  if (start > data_.stack.size()) {
    raise_underflow(thread_, data_);
    return false;
  }
  const Value target = below(start);
  if (!target) return false;
  if (is_exactly(target, Kind::List)) {
    auto* list = target.as<List>();
    if (!list_reserve(thread_, list, list->count + (data_.stack.size() - start))) return false;
    for (size_t i = start; i < data_.stack.size(); ++i) {
      if (!list_append(thread_, list, data_.stack[i])) return false;
    }
    data_.stack.resize(start);
    return true;
  }
  const Value extend = find_attribute_named(thread_, target, "extend");
  if (!extend) return false;
  if (!extend.is_unset()) {
    List* list = make_list(thread_, std::span<const Value>(data_.stack).subspan(start));
    data_.stack.resize(start);
    return list != nullptr && call(thread_, extend, {Value::cell(list)});
  }
  const Value append = get_attribute(thread_, target, intern(thread_, "append"));
  if (!append) return false;
  for (size_t i = start; i < data_.stack.size(); ++i) {
    if (!call(thread_, append, {data_.stack[i]})) return false;
  }
  data_.stack.resize(start);
  return true;
}

bool Machine::set_items(size_t start) {
  const Value target = below(start);
  if (!target) return false;
  if ((data_.stack.size() - start) % 2 != 0) {
    raise_unpickling(thread_, "odd number of items for SET_ITEMS");
    return false;
  }
  for (size_t i = start; i < data_.stack.size(); i += 2) {
    const bool set = is_exactly(target, Kind::Dict)
                         ? dict_set(thread_, target.as<Dict>(), data_.stack[i], data_.stack[i + 1])
                         : set_item(thread_, target, data_.stack[i], data_.stack[i + 1]);
    if (!set) return false;
  }
  data_.stack.resize(start);
  return true;
}

bool Machine::add_elements() {
  size_t start;
  if (!take_mark(start)) return false;
  const Value target = below(start);
  if (!target) return false;
  for (size_t i = start; i < data_.stack.size(); ++i) {
    const bool added =
        is_exactly(target, Kind::Set)
            ? set_add(thread_, target.as<Set>(), data_.stack[i])
            : static_cast<bool>(call_method(thread_, target, "add", {data_.stack[i]}));
    if (!added) return false;
  }
  data_.stack.resize(start);
  return true;
}

// Instructions whose operand is a size and so many bytes.
bool Machine::load_sized(char opcode) {
  unsigned bytes = 1;
  switch (opcode) {
    case BinUnicode:
    case BinBytes:
    case BinString:
    case Long4:
      bytes = 4;
      break;
    case BinUnicode8:
    case BinBytes8:
    case ByteArray8:
      bytes = 8;
      break;
    default:
      break;
  }
  uint64_t count;
  if (!read_number(thread_, unpickler_, bytes, count)) return false;
  if ((opcode == BinString || opcode == Long4) && count > INT32_MAX) {
    raise_unpickling(thread_, opcode == Long4 ? "LONG pickle has negative byte count"
                                              : "BINSTRING pickle has negative byte count");
    return false;
  }
  std::string_view read;
  if (!read_bytes(thread_, unpickler_, count, read)) return false;
  switch (opcode) {
    case ShortBinUnicode:
    case BinUnicode:
    case BinUnicode8: {
      bool is_ascii = true;
      for (const char byte : read) is_ascii = is_ascii && static_cast<signed char>(byte) >= 0;
      if (is_ascii) return push_result(as_result(make_ascii_str(thread_, read)));
      const Value made = as_result(make_bytes(thread_, read));
      const Value encoding = as_result(make_ascii_str(thread_, "utf-8"));
      const Value errors = as_result(make_ascii_str(thread_, "surrogatepass"));
      return made && encoding && errors &&
             push_result(call_method(thread_, made, "decode", {encoding, errors}));
    }
    case BinString:
    case ShortBinString:
      return push_result(load_old_string(thread_, unpickler_, read));
    case ByteArray8:
      return push_result(as_result(make_bytearray(thread_, read)));
    case Long1:
    case Long4: {
      if (read.size() <= 7) {
        uint64_t number = 0;
        for (size_t i = read.size(); i-- > 0;) {
          number = number << 8 | static_cast<unsigned char>(read[i]);
        }
        const unsigned spare = 64 - 8 * static_cast<unsigned>(read.size());
        const int64_t value = read.empty() ? 0 : static_cast<int64_t>(number << spare) >> spare;
        return push_result(make_int(thread_, value));
      }
      const Value made = as_result(make_bytes(thread_, read));
      const Value order = as_result(make_ascii_str(thread_, "little"));
      const Value type = Value::cell(thread_.isolate.types.integer);
      const Value method =
          made && order ? find_attribute_named(thread_, type, "from_bytes") : Value::error();
      const Value name_values[] = {as_result(make_ascii_str(thread_, "signed"))};
      Tuple* names = method && name_values[0] ? make_tuple(thread_, name_values) : nullptr;
      if (names == nullptr) return false;
      const Value values[] = {made, order, Value::boolean(true)};
      return push_result(call_with_keywords(thread_, method, values, names));
    }
    default:
      return push_result(as_result(make_bytes(thread_, read)));
  }
}

bool Machine::load_number(char opcode) {
  uint64_t number;
  const unsigned bytes = opcode == BinInt1 ? 1 : opcode == BinInt2 ? 2 : opcode == BinInt ? 4 : 8;
  if (!read_number(thread_, unpickler_, bytes, number)) return false;
  if (opcode == BinFloat) {
    return push_result(make_float(thread_, std::bit_cast<double>(__builtin_bswap64(number))));
  }
  return push_result(Value::small_int(opcode == BinInt ? static_cast<int32_t>(number)
                                                       : static_cast<int64_t>(number)));
}

bool Machine::load_container(char opcode) {
  size_t start = data_.stack.size();
  switch (opcode) {
    case EmptyDict:
      return push_result(as_result(make_dict(thread_)));
    case EmptyList:
      return push_result(as_result(make_list(thread_)));
    case EmptyTuple:
      return push_result(Value::cell(thread_.isolate.empty_tuple));
    case EmptySet:
      return push_result(as_result(make_set(thread_)));
    case Tuple1:
    case Tuple2:
    case Tuple3: {
      const size_t count =
          static_cast<unsigned char>(opcode) - static_cast<unsigned char>(Tuple1) + 1;
      if (start < data_.fence() + count) return static_cast<bool>(raise_underflow(thread_, data_));
      start -= count;
      break;
    }
    default:
      if (!take_mark(start)) return false;
  }
  const std::span<const Value> values = std::span<const Value>(data_.stack).subspan(start);
  Value made;
  switch (opcode) {
    case ListOfMark:
      made = as_result(make_list(thread_, values));
      break;
    case FrozenSetOfMark: {
      List* list = make_list(thread_, values);
      made = list == nullptr ? Value::error()
                             : as_result(frozenset_from_iterable(thread_, Value::cell(list)));
      break;
    }
    case DictOfMark: {
      Dict* dict = make_dict(thread_);
      if (dict == nullptr) return false;
      if (values.size() % 2 != 0) {
        raise_unpickling(thread_, "odd number of items for DICT");
        return false;
      }
      for (size_t i = start; i < data_.stack.size(); i += 2) {
        if (!dict_set(thread_, dict, data_.stack[i], data_.stack[i + 1])) return false;
      }
      made = Value::cell(dict);
      break;
    }
    default:
      made = as_result(make_tuple(thread_, values));
  }
  if (!made) return false;
  data_.stack.resize(start);
  push(data_, made);
  return true;
}

bool Machine::instantiate(Value cls, Tuple* arguments) {
  if (arguments->count != 0 || !is_type(cls)) {
    return push_result(call_with_dict(thread_, cls, arguments, nullptr));
  }
  const Value initial = find_attribute_named(thread_, cls, "__getinitargs__");
  if (!initial) return false;
  if (!initial.is_unset()) return push_result(call(thread_, cls, {}));
  const Value maker = get_attribute(thread_, cls, pickle_state(thread_).new_);
  return maker && push_result(call(thread_, maker, {cls}));
}

bool Machine::make_call(bool with_new, bool with_keywords) {
  const Value keywords = with_keywords ? pop(thread_, data_) : Value::none();
  const Value arguments = keywords ? pop(thread_, data_) : keywords;
  const Value function = arguments ? pop(thread_, data_) : arguments;
  if (!function) return false;
  if (!is_tuple(arguments)) {
    if (with_new) {
      raise_unpickling(thread_, with_keywords ? "NEWOBJ_EX args argument must be a tuple"
                                              : "NEWOBJ args argument must be a tuple");
    } else {
      raise_type_error(thread_, "argument list must be a tuple");
    }
    return false;
  }
  Tuple* given = arguments.as<Tuple>();
  if (!with_new) return push_result(call_with_dict(thread_, function, given, nullptr));
  if (!is_type(function)) {
    raise_unpickling(thread_,
                     text(with_keywords ? "NEWOBJ_EX" : "NEWOBJ",
                          " class argument must be a type, not ", type_name(thread_, function)));
    return false;
  }
  if (with_keywords && !is_dict(keywords)) {
    raise_unpickling(thread_, "NEWOBJ_EX kwargs argument must be a dict");
    return false;
  }
  Type* type = as_type(function);
  Str* new_name = pickle_state(thread_).new_;
  if (given->count == 0 && !with_keywords && type->instance_kind == Kind::Instance &&
      !type->is_abstract &&
      type_lookup(thread_, type, new_name) ==
          dict_get_str(thread_.isolate.types.object->dict, new_name)) {
    return push_result(as_result(make_plain_instance(thread_, type)));
  }
  const Value maker = get_attribute(thread_, function, new_name);
  if (!maker) return false;
  Tuple* all = make_tuple(thread_, given->count + 1);
  if (all == nullptr) return false;
  store(all, all->values[0], function);
  for (uint64_t i = 0; i < given->count; ++i) store(all, all->values[i + 1], given->values[i]);
  return push_result(
      call_with_dict(thread_, maker, all, with_keywords ? keywords.as<Dict>() : nullptr));
}

bool Machine::load_extension(unsigned bytes) {
  uint64_t number;
  if (!read_number(thread_, unpickler_, bytes, number)) return false;
  const Value names = pickle_state(thread_).extensions;
  const Value found = is_dict(names)
                          ? dict_get(thread_, names.as<Dict>(), make_uint(thread_, number))
                          : Value::unset();
  if (!found) return false;
  if (!is_tuple(found) || found.as<Tuple>()->count != 2) {
    raise_value_error(thread_, text("unregistered extension code ", number));
    return false;
  }
  return push_result(
      find_global(thread_, unpickler_, found.as<Tuple>()->values[0], found.as<Tuple>()->values[1]));
}

bool Machine::load_object(char opcode) {
  switch (opcode) {
    case Reduce:
      return make_call(false, false);
    case NewObj:
      return make_call(true, false);
    case NewObjEx:
      return make_call(true, true);
    case Build: {
      const Value state = pop(thread_, data_);
      const Value object = state ? below(data_.stack.size()) : state;
      return object && build(thread_, object, state);
    }
    case StackGlobal: {
      const Value name = pop(thread_, data_);
      const Value module_name = name ? pop(thread_, data_) : name;
      return module_name && push_result(find_global(thread_, unpickler_, module_name, name));
    }
    case Global:
    case Inst: {
      std::string_view line;
      if (!read_line(thread_, unpickler_, line)) return false;
      const Value module_name = as_result(make_str_lossless(thread_, line));
      if (!module_name || !read_line(thread_, unpickler_, line)) return false;
      const Value name = as_result(make_str_lossless(thread_, line));
      if (!name) return false;
      size_t start = 0;
      if (opcode == Inst && !take_mark(start)) return false;
      const Value found = find_global(thread_, unpickler_, module_name, name);
      if (!found || opcode == Global) return push_result(found);
      Tuple* arguments = make_tuple(thread_, std::span<const Value>(data_.stack).subspan(start));
      data_.stack.resize(start);
      return arguments != nullptr && instantiate(found, arguments);
    }
    case Obj: {
      size_t start;
      if (!take_mark(start)) return false;
      if (start == data_.stack.size()) {
        return static_cast<bool>(raise_underflow(thread_, data_));
      }
      const Value cls = data_.stack[start];
      Tuple* arguments =
          make_tuple(thread_, std::span<const Value>(data_.stack).subspan(start + 1));
      data_.stack.resize(start);
      return arguments != nullptr && instantiate(cls, arguments);
    }
    case Ext1:
      return load_extension(1);
    case Ext2:
      return load_extension(2);
    default:
      return load_extension(4);
  }
}

bool Machine::load_memo(char opcode) {
  uint64_t number = 0;
  switch (opcode) {
    case GetText:
    case PutText: {
      std::string_view line;
      if (!read_line(thread_, unpickler_, line)) return false;
      const Value parsed = parse_int(thread_, line, 10);
      if (!parsed) return false;
      if (!parsed.is_small_int() || parsed.as_small_int() < 0) {
        raise_value_error(thread_, opcode == PutText ? "negative PUT argument"
                                                     : "invalid literal for a memo number");
        return false;
      }
      number = static_cast<uint64_t>(parsed.as_small_int());
      break;
    }
    case BinGet:
    case BinPut:
      if (!read_number(thread_, unpickler_, 1, number)) return false;
      break;
    case LongBinGet:
    case LongBinPut:
      if (!read_number(thread_, unpickler_, 4, number)) return false;
      break;
    default:
      number = data_.memo.size();
  }
  if (opcode == GetText || opcode == BinGet || opcode == LongBinGet) {
    if (number >= data_.memo.size() || data_.memo[number].is_unset()) {
      raise_unpickling(thread_, text("Memo value not found at index ", number));
      return false;
    }
    push(data_, data_.memo[number]);
    return true;
  }
  const Value top = below(data_.stack.size());
  return top && set_memo(number, top);
}

bool Machine::load_persistent(Value id) {
  if (!id) return false;
  if (unpickler_->persistent_load.is_unset()) {
    raise_unpickling(thread_,
                     "A load persistent id instruction was encountered,\n"
                     "but no persistent_load function was specified.");
    return false;
  }
  return push_result(call(thread_, unpickler_->persistent_load, {id}));
}

// What lies outside of the pickle: objects by id, buffers.
bool Machine::load_outside(char opcode) {
  switch (opcode) {
    case PersId: {
      std::string_view line;
      return read_line(thread_, unpickler_, line) &&
             load_persistent(as_result(make_str_lossless(thread_, line)));
    }
    case BinPersId:
      return load_persistent(pop(thread_, data_));
    case NextBuffer: {
      if (unpickler_->buffers.is_none()) {
        raise_unpickling(thread_,
                         "pickle stream refers to out-of-band data but no *buffers* argument was "
                         "given");
        return false;
      }
      const Value buffer = next(thread_, unpickler_->buffers);
      if (!buffer) return false;
      if (buffer.is_unset()) {
        raise_unpickling(thread_, "not enough out-of-band buffers");
        return false;
      }
      push(data_, buffer);
      return true;
    }
    default: {
      const Value buffer = pop(thread_, data_);
      if (!buffer) return false;
      if (is_bytes(buffer)) return push_result(buffer);
      const Value view = make_memoryview(thread_, buffer);
      return view && push_result(call_method(thread_, view, "toreadonly", {}));
    }
  }
}

bool Machine::load_protocol() {
  uint64_t number;
  if (!read_number(thread_, unpickler_, 1, number)) return false;
  if (number > HighestProtocol) {
    raise_value_error(thread_, text("unsupported pickle protocol: ", number));
    return false;
  }
  data_.protocol = static_cast<int64_t>(number);
  return true;
}

bool Machine::step(char opcode) {
  switch (opcode) {
    case None:
      push(data_, Value::none());
      return true;
    case NewTrue:
    case NewFalse:
      push(data_, Value::boolean(opcode == NewTrue));
      return true;
    case BinInt:
    case BinInt1:
    case BinInt2:
    case BinFloat:
      return load_number(opcode);
    case ShortBinUnicode:
    case BinUnicode:
    case BinUnicode8:
    case ShortBinBytes:
    case BinBytes:
    case BinBytes8:
    case ByteArray8:
    case ShortBinString:
    case BinString:
    case Long1:
    case Long4:
      return load_sized(opcode);
    case IntText:
    case LongText:
    case FloatText:
    case StringText:
    case UnicodeText:
      return push_result(load_text(thread_, unpickler_, opcode));
    case Mark:
      data_.marks.push_back(data_.stack.size());
      return true;
    case Pop:
      if (!data_.marks.empty() && data_.marks.back() == data_.stack.size()) {
        data_.marks.pop_back();
        return true;
      }
      return static_cast<bool>(pop(thread_, data_));
    case PopMark: {
      size_t start;
      if (!take_mark(start)) return false;
      data_.stack.resize(start);
      return true;
    }
    case Dup: {
      const Value top = below(data_.stack.size());
      return push_result(top);
    }
    case EmptyDict:
    case EmptyList:
    case EmptyTuple:
    case EmptySet:
    case Tuple1:
    case Tuple2:
    case Tuple3:
    case TupleOfMark:
    case ListOfMark:
    case DictOfMark:
    case FrozenSetOfMark:
      return load_container(opcode);
    case Append:
      if (data_.stack.size() <= data_.fence() + 1) {
        return static_cast<bool>(raise_underflow(thread_, data_));
      }
      return append_elements(data_.stack.size() - 1);
    case Appends: {
      size_t start;
      return take_mark(start) && append_elements(start);
    }
    case SetItem:
      if (data_.stack.size() <= data_.fence() + 2) {
        return static_cast<bool>(raise_underflow(thread_, data_));
      }
      return set_items(data_.stack.size() - 2);
    case SetItems: {
      size_t start;
      return take_mark(start) && set_items(start);
    }
    case AddItems:
      return add_elements();
    case Memoize:
    case BinPut:
    case LongBinPut:
    case PutText:
    case BinGet:
    case LongBinGet:
    case GetText:
      return load_memo(opcode);
    case Global:
    case StackGlobal:
    case Reduce:
    case NewObj:
    case NewObjEx:
    case Build:
    case Inst:
    case Obj:
    case Ext1:
    case Ext2:
    case Ext4:
      return load_object(opcode);
    case PersId:
    case BinPersId:
    case NextBuffer:
    case ReadOnlyBuffer:
      return load_outside(opcode);
    case Proto:
      return load_protocol();
    case FrameBegin: {
      uint64_t count;
      return read_number(thread_, unpickler_, 8, count) && read_frame(thread_, unpickler_, count);
    }
    default: {
      const auto byte = static_cast<unsigned char>(opcode);
      std::string shown(1, opcode);
      if (byte < 0x20 || byte > 0x7e || opcode == '\'') {
        constexpr char digits[] = "0123456789abcdef";
        shown = text("\\x", digits[byte >> 4], digits[byte & 15]);
      }
      raise_unpickling(thread_, text("invalid load key, '", shown, "'."));
      return false;
    }
  }
}

Value Machine::run() {
  data_.stack.clear();
  data_.marks.clear();
  data_.protocol = 0;
  for (;;) {
    std::string_view opcode;
    if (!read_bytes(thread_, unpickler_, 1, opcode)) {
      if (clear_pending_if(thread_, pickle_state(thread_).unpickling_error)) {
        raise(thread_, thread_.isolate.exceptions.eof_error, "Ran out of input");
      }
      return Value::error();
    }
    if (opcode[0] == Stop) break;
    if (!step(opcode[0])) return Value::error();
    if (thread_.has_interrupts() && !thread_.isolate.machine.check_interrupts(thread_)) {
      return Value::error();
    }
  }
  return pop(thread_, data_);
}

}  // namespace

Value load(Thread& thread, Unpickler* unpickler) {
  Machine machine(thread, unpickler);
  const Value loaded = machine.run();
  unpickler->data->stack.clear();
  return loaded;
}

}  // namespace weft::pickle
