#include "stdlib/pickle/pickler.h"

#include <algorithm>
#include <bit>
#include <cstring>

#include "interpreter/objects/buffer.h"
#include "interpreter/objects/bytearray.h"
#include "interpreter/objects/bytes.h"
#include "interpreter/objects/exception.h"
#include "interpreter/objects/function.h"
#include "interpreter/objects/integer.h"
#include "interpreter/objects/recursion.h"
#include "interpreter/objects/set.h"

namespace weft::pickle {

// --- The memo

size_t Memo::place_of(uint64_t bits) const {
  const size_t mask = entries_.size() - 1;
  size_t place = (bits * 0x9e3779b97f4a7c15) >> 32 & mask;
  while (entries_[place].bits != 0 && entries_[place].bits != bits) place = (place + 1) & mask;
  return place;
}

int64_t Memo::find(Value object) const {
  if (count_ == 0) return -1;
  const Entry& entry = entries_[place_of(object.bits())];
  return entry.bits == 0 ? -1 : int64_t{entry.number};
}

uint32_t Memo::add(Value object) {
  if ((count_ + 1) * 2 > entries_.size()) grow();
  entries_[place_of(object.bits())] = {object.bits(), count_};
  return count_++;
}

void Memo::grow() {
  std::vector<Entry> old(std::max<size_t>(entries_.size() * 2, 16));
  old.swap(entries_);
  for (const Entry& entry : old) {
    if (entry.bits != 0) entries_[place_of(entry.bits)] = entry;
  }
}

void Memo::clear() {
  entries_.clear();
  count_ = 0;
}

void Memo::trace(Marker& marker) const {
  for (const Entry& entry : entries_) {
    if (entry.bits != 0) marker.mark(Value::from_bits(entry.bits));
  }
}

// --- The output

namespace {

constexpr size_t FrameHeader = 9;
constexpr uint64_t SmallestFrame = 4;
// Elements between one mark and the instruction that takes them.
constexpr uint64_t BatchSize = 1000;

void begin_frame(PicklerData& data) {
  if (!data.framing || data.frame_start != PicklerData::NoFrame) return;
  data.frame_start = data.output.size();
  data.output.append(FrameHeader, '\0');
}

void end_frame(PicklerData& data) {
  if (data.frame_start == PicklerData::NoFrame) return;
  const size_t start = std::exchange(data.frame_start, PicklerData::NoFrame);
  uint64_t size = data.output.size() - start - FrameHeader;
  if (size < SmallestFrame) {
    data.output.erase(start, FrameHeader);
    return;
  }
  data.output[start] = FrameBegin;
  for (size_t i = 1; i < FrameHeader; ++i) {
    data.output[start + i] = static_cast<char>(size);
    size >>= 8;
  }
}

bool flush(Thread& thread, Pickler* pickler) {
  std::string& output = pickler->data->output;
  if (pickler->write.is_unset() || output.empty()) return true;
  const Value bytes = as_result(make_bytes(thread, output));
  output.clear();
  return bytes && call(thread, pickler->write, {bytes});
}

// Between two objects. A frame that is full is written to the file.
bool between_objects(Thread& thread, Pickler* pickler) {
  PicklerData& data = *pickler->data;
  if (data.frame_start == PicklerData::NoFrame) return true;
  if (data.output.size() - data.frame_start - FrameHeader < FrameTarget) return true;
  end_frame(data);
  return flush(thread, pickler);
}

}  // namespace

void put_opcode(PicklerData& data, Opcode opcode) {
  begin_frame(data);
  data.output.push_back(opcode);
}

void put_bytes(PicklerData& data, std::string_view bytes) {
  begin_frame(data);
  data.output.append(bytes);
}

void put_number(PicklerData& data, uint64_t number, unsigned bytes) {
  for (unsigned i = 0; i < bytes; ++i) {
    data.output.push_back(static_cast<char>(number));
    number >>= 8;
  }
}

bool put_payload(Thread& thread, Pickler* pickler, std::string_view header,
                 std::string_view payload) {
  PicklerData& data = *pickler->data;
  if (payload.size() < FrameTarget) {
    put_bytes(data, header);
    data.output.append(payload);
    return true;
  }
  end_frame(data);
  data.output.append(header);
  data.output.append(payload);
  return flush(thread, pickler);
}

void memoize(PicklerData& data, Value object) {
  if (data.fast) return;
  const uint32_t number = data.memo.add(object);
  if (data.protocol >= 4) {
    put_opcode(data, Memoize);
  } else if (number < 256) {
    put_opcode(data, BinPut);
    put_number(data, number, 1);
  } else {
    put_opcode(data, LongBinPut);
    put_number(data, number, 4);
  }
}

void put_memo_reference(PicklerData& data, int64_t number) {
  put_opcode(data, number < 256 ? BinGet : LongBinGet);
  put_number(data, static_cast<uint64_t>(number), number < 256 ? 1 : 4);
}

// --- Values of built-in types

namespace {

std::string header_of(Opcode opcode, uint64_t count, unsigned bytes) {
  std::string header(1, opcode);
  for (unsigned i = 0; i < bytes; ++i) header.push_back(static_cast<char>(count >> (8 * i)));
  return header;
}

bool save_big_int(Thread& thread, PicklerData& data, Value number) {
  const uint64_t bits = int_bit_length(number);
  uint64_t count = bits / 8 + 1;
  const Value bytes =
      call_method(thread, number, "to_bytes",
                  {make_uint(thread, count), as_result(make_ascii_str(thread, "little"))});
  if (!bytes) {
    // Of a negative number the sign needs saying.
    thread.pending = nullptr;
  }
  std::string text;
  if (bytes) {
    text = bytes.as<Bytes>()->view();
  } else {
    const Value method = find_attribute_named(thread, number, "to_bytes");
    if (!method || method.is_unset()) return false;
    const Value names_values[] = {as_result(make_ascii_str(thread, "signed"))};
    if (!names_values[0]) return false;
    Tuple* names = make_tuple(thread, names_values);
    if (names == nullptr) return false;
    const Value values[] = {make_uint(thread, count), as_result(make_ascii_str(thread, "little")),
                            Value::boolean(true)};
    const Value made =
        values[0] && values[1] ? call_with_keywords(thread, method, values, names) : Value::error();
    if (!made) return false;
    text = made.as<Bytes>()->view();
    // The shortest form: a last byte of ones says no more than the bit before it.
    if (text.size() > 1 && text.back() == '\xff' && (text[text.size() - 2] & 0x80) != 0) {
      text.pop_back();
    }
  }
  count = text.size();
  put_opcode(data, count < 256 ? Long1 : Long4);
  put_number(data, count, count < 256 ? 1 : 4);
  data.output.append(text);
  return true;
}

bool save_int(Thread& thread, PicklerData& data, Value number) {
  if (!number.is_small_int()) return save_big_int(thread, data, number);
  const int64_t value = number.as_small_int();
  if (value >= 0 && value < 256) {
    put_opcode(data, BinInt1);
    put_number(data, static_cast<uint64_t>(value), 1);
  } else if (value >= 0 && value < 65536) {
    put_opcode(data, BinInt2);
    put_number(data, static_cast<uint64_t>(value), 2);
  } else if (value >= INT32_MIN && value <= INT32_MAX) {
    put_opcode(data, BinInt);
    put_number(data, static_cast<uint64_t>(value), 4);
  } else {
    unsigned bytes = 8;
    // The shortest two's complement.
    while (bytes > 1 &&
           (value >> (8 * (bytes - 1) - 1) == 0 || value >> (8 * (bytes - 1) - 1) == -1)) {
      --bytes;
    }
    put_opcode(data, Long1);
    put_number(data, bytes, 1);
    put_number(data, static_cast<uint64_t>(value), bytes);
  }
  return true;
}

void save_float(PicklerData& data, double number) {
  put_opcode(data, BinFloat);
  const auto bits = std::bit_cast<uint64_t>(number);
  for (int shift = 56; shift >= 0; shift -= 8)
    data.output.push_back(static_cast<char>(bits >> shift));
}

bool save_str(Thread& thread, Pickler* pickler, Value value) {
  PicklerData& data = *pickler->data;
  const std::string_view bytes = as_str(value)->view();
  std::string header;
  if (bytes.size() < 256 && data.protocol >= 4) {
    put_opcode(data, ShortBinUnicode);
    put_number(data, bytes.size(), 1);
    data.output.append(bytes);
    memoize(data, value);
    return true;
  }
  header = header_of(BinUnicode, bytes.size(), 4);
  if (!put_payload(thread, pickler, header, bytes)) return false;
  memoize(data, value);
  return true;
}

// (function of a module, its arguments), for types older protocols have no instruction for.
bool save_call(Thread& thread, Pickler* pickler, Value function, std::span<const Value> arguments,
               Value object) {
  Tuple* tuple = make_tuple(thread, arguments);
  if (tuple == nullptr) return false;
  const Value parts[] = {function, Value::cell(tuple)};
  const Value reduced = as_result(make_tuple(thread, parts));
  return reduced && save_reduced(thread, pickler, reduced, object);
}

Value encode_function(Thread& thread) {
  const Value import = dict_get_str(thread.isolate.builtins, thread.isolate.names.__import__);
  const Value name = as_result(make_ascii_str(thread, "_codecs"));
  const Value module = name ? call(thread, import, {name}) : name;
  return module ? find_attribute_named(thread, module, "encode") : module;
}

bool save_bytes(Thread& thread, Pickler* pickler, Value value) {
  PicklerData& data = *pickler->data;
  const std::string_view bytes = value.as<Bytes>()->view();
  if (data.protocol < 3) {
    if (bytes.empty()) {
      return save_call(thread, pickler, Value::cell(thread.isolate.types.bytes), {}, value);
    }
    // Latin-1 text, which Python 2 and 3 read alike.
    const Value latin = as_result(make_ascii_str(thread, "latin1"));
    const Value text = latin ? call_method(thread, value, "decode", {latin}) : latin;
    const Value function = text ? encode_function(thread) : text;
    if (!function) return false;
    const Value arguments[] = {text, latin};
    return save_call(thread, pickler, function, arguments, value);
  }
  const uint64_t count = bytes.size();
  std::string header;
  if (count < 256) {
    header = header_of(ShortBinBytes, count, 1);
  } else if (count <= UINT32_MAX) {
    header = header_of(BinBytes, count, 4);
  } else {
    header = header_of(BinBytes8, count, 8);
  }
  if (!put_payload(thread, pickler, header, bytes)) return false;
  memoize(data, value);
  return true;
}

bool save_bytearray(Thread& thread, Pickler* pickler, Value value) {
  const auto contents = readable_bytes(thread, value);
  if (!contents) return false;
  if (pickler->data->protocol >= 5) {
    if (!put_payload(thread, pickler, header_of(ByteArray8, contents->size(), 8), *contents)) {
      return false;
    }
    memoize(*pickler->data, value);
    return true;
  }
  const Value copy = as_result(make_bytes(thread, *contents));
  if (!copy) return false;
  return save_call(
      thread, pickler, Value::cell(thread.isolate.types.bytearray),
      copy.as<Bytes>()->count == 0 ? std::span<const Value>() : std::span<const Value>(&copy, 1),
      value);
}

bool save_element(Thread& thread, Pickler* pickler, Value element, uint64_t index) {
  return save(thread, pickler, element) || failed_at(pickler, text("[", index, "]"));
}

bool save_tuple(Thread& thread, Pickler* pickler, Value value) {
  PicklerData& data = *pickler->data;
  const Tuple* tuple = value.as<Tuple>();
  if (tuple->count == 0) {
    put_opcode(data, EmptyTuple);
    return true;
  }
  const bool is_short = tuple->count <= 3;
  if (!is_short) put_opcode(data, Mark);
  for (uint64_t i = 0; i < tuple->count; ++i) {
    if (!save_element(thread, pickler, tuple->values[i], i)) return false;
  }
  // A tuple that holds itself was written on the way.
  if (const int64_t number = data.memo.find(value); number >= 0) {
    if (is_short) {
      for (uint64_t i = 0; i < tuple->count; ++i) put_opcode(data, Pop);
    } else {
      put_opcode(data, PopMark);
    }
    put_memo_reference(data, number);
    return true;
  }
  constexpr Opcode makers[] = {EmptyTuple, Tuple1, Tuple2, Tuple3};
  put_opcode(data, is_short ? makers[tuple->count] : TupleOfMark);
  memoize(data, value);
  return true;
}

bool save_list(Thread& thread, Pickler* pickler, Value value) {
  PicklerData& data = *pickler->data;
  List* list = value.as<List>();
  put_opcode(data, EmptyList);
  memoize(data, value);
  if (list->count == 1) {
    if (!save_element(thread, pickler, list->items->values[0], 0)) return false;
    put_opcode(data, Append);
    return true;
  }
  for (uint64_t i = 0; i < list->count;) {
    put_opcode(data, Mark);
    for (uint64_t batch = 0; batch < BatchSize && i < list->count; ++batch, ++i) {
      if (!save_element(thread, pickler, list->items->values[i], i)) return false;
    }
    put_opcode(data, Appends);
  }
  return true;
}

std::string key_text(Thread& thread, Value key) {
  Exception* failure = take_pending(thread);
  Str* shown = repr(thread, key);
  std::string result = shown == nullptr ? "?" : std::string(shown->view());
  thread.pending = failure;
  return result;
}

bool save_item(Thread& thread, Pickler* pickler, Value key, Value value) {
  if (!save(thread, pickler, key)) return false;
  return save(thread, pickler, value) || failed_at(pickler, text("[", key_text(thread, key), "]"));
}

bool save_set(Thread& thread, Pickler* pickler, Value value, bool is_frozen) {
  PicklerData& data = *pickler->data;
  Set* set = value.as<Set>();
  const auto elements = [&]() -> List* {
    List* list = make_list(thread, set->count);
    uint64_t position = 0;
    Value element;
    while (list != nullptr && set_next(set, position, element)) {
      if (!list_append(thread, list, element)) return nullptr;
    }
    return list;
  };
  List* list = elements();
  if (list == nullptr) return false;
  if (data.protocol < 4) {
    const Value arguments[] = {Value::cell(list)};
    return save_call(
        thread, pickler,
        Value::cell(is_frozen ? thread.isolate.types.frozenset : thread.isolate.types.set),
        arguments, value);
  }
  if (is_frozen) {
    put_opcode(data, Mark);
    for (uint64_t i = 0; i < list->count; ++i) {
      if (!save(thread, pickler, list->items->values[i])) return false;
    }
    if (const int64_t number = data.memo.find(value); number >= 0) {
      put_opcode(data, PopMark);
      put_memo_reference(data, number);
      return true;
    }
    put_opcode(data, FrozenSetOfMark);
    memoize(data, value);
    return true;
  }
  put_opcode(data, EmptySet);
  memoize(data, value);
  if (list->count == 0) return true;
  // A full batch is followed by another one, though it may be empty.
  uint64_t i = 0;
  uint64_t batch = BatchSize;
  while (batch == BatchSize) {
    put_opcode(data, Mark);
    for (batch = 0; batch < BatchSize && i < list->count; ++batch, ++i) {
      if (!save(thread, pickler, list->items->values[i])) return false;
    }
    put_opcode(data, AddItems);
  }
  return true;
}

// Out of the pickle when there is somebody to take it, else as bytes.
bool save_buffer(Thread& thread, Pickler* pickler, Value value) {
  PicklerData& data = *pickler->data;
  if (data.protocol < 5) {
    raise_pickling(thread, "PickleBuffer can only pickled with protocol >= 5");
    return false;
  }
  const Value object = buffer_object(value);
  const auto contents = readable_bytes(thread, object);
  if (!contents) return false;
  const Value read_only = is_bytes(object) ? Value::boolean(true)
                          : is_kind(object, Kind::ByteArray)
                              ? Value::boolean(false)
                              : find_attribute_named(thread, object, "readonly");
  if (!read_only) return false;
  bool is_inside = true;
  if (!pickler->buffer_callback.is_none()) {
    const Value answer = call(thread, pickler->buffer_callback, {value});
    const Truth keeps = answer ? truth(thread, answer) : Truth::Error;
    if (keeps == Truth::Error) return false;
    is_inside = keeps == Truth::True;
  }
  if (!is_inside) {
    put_opcode(data, NextBuffer);
    if (read_only.is_true()) put_opcode(data, ReadOnlyBuffer);
    return true;
  }
  const std::string copy(*contents);
  const Value bytes = read_only.is_true() ? as_result(make_bytes(thread, copy))
                                          : as_result(make_bytearray(thread, copy));
  if (!bytes) return false;
  return read_only.is_true() ? save_bytes(thread, pickler, bytes)
                             : save_bytearray(thread, pickler, bytes);
}

bool is_plain_type(Thread& thread, Value value, const Type* type) {
  return class_of(thread, value) == type;
}

// Types of one instance: as type(instance).
bool save_singleton_type(Thread& thread, Pickler* pickler, Value type, Value instance) {
  const Value arguments[] = {instance};
  return save_call(thread, pickler, Value::cell(thread.isolate.types.type), arguments, type);
}

bool save_persistent(Thread& thread, Pickler* pickler, Value object, bool& done) {
  done = false;
  const Value id = call(thread, pickler->persistent_id, {object});
  if (!id) return false;
  if (id.is_none()) return true;
  done = true;
  const Value own = std::exchange(pickler->persistent_id, Value::unset());
  const bool saved = save(thread, pickler, id);
  store(pickler, pickler->persistent_id, own);
  if (saved) put_opcode(*pickler->data, BinPersId);
  return saved;
}

// The object itself, what it is having been asked for everywhere else.
bool save_object(Thread& thread, Pickler* pickler, Value object) {
  PicklerData& data = *pickler->data;
  if (object.is_none()) {
    put_opcode(data, None);
    return true;
  }
  if (object.is_bool()) {
    put_opcode(data, object.is_true() ? NewTrue : NewFalse);
    return true;
  }
  if (object.is_small_int()) return save_int(thread, data, object);
  if (object.is_immediate_double()) {
    save_float(data, object.as_immediate_double());
    return true;
  }
  if (const int64_t number = data.memo.find(object); number >= 0) {
    put_memo_reference(data, number);
    return true;
  }
  const BuiltinTypes& types = thread.isolate.types;
  if (object.is_cell() && (object.as_cell()->flags_byte() & ExactFlag) != 0) {
    switch (object.as<Object>()->kind()) {
      case Kind::Int:
        return save_int(thread, data, object);
      case Kind::Float:
        save_float(data, as_double(object));
        return true;
      case Kind::Str:
        return save_str(thread, pickler, object);
      case Kind::Bytes:
        return save_bytes(thread, pickler, object);
      case Kind::ByteArray:
        return save_bytearray(thread, pickler, object);
      case Kind::Dict:
        put_opcode(data, EmptyDict);
        memoize(data, object);
        return save_dict_items(thread, pickler, object.as<Dict>());
      case Kind::List:
        return save_list(thread, pickler, object);
      case Kind::Tuple:
        return save_tuple(thread, pickler, object);
      case Kind::Set:
        return save_set(thread, pickler, object, false);
      case Kind::FrozenSet:
        return save_set(thread, pickler, object, true);
      default:
        break;
    }
  }
  if (!pickler->reducer_override.is_unset()) {
    const Value reduced = call(thread, pickler->reducer_override, {object});
    if (!reduced) return false;
    if (!reduced.is_not_implemented()) return save_reduction(thread, pickler, reduced, object);
  }
  if (is_plain_type(thread, object, types.type)) {
    const Type* type = as_type(object);
    if (type == types.none) return save_singleton_type(thread, pickler, object, Value::none());
    if (type == class_of(thread, Value::not_implemented())) {
      return save_singleton_type(thread, pickler, object, Value::not_implemented());
    }
    if (type == types.ellipsis) {
      return save_singleton_type(thread, pickler, object, Value::ellipsis());
    }
    return save_global(thread, pickler, object, nullptr);
  }
  if (is_kind(object, Kind::Function)) return save_global(thread, pickler, object, nullptr);
  if (is_plain_type(thread, object, pickle_state(thread).buffer)) {
    return save_buffer(thread, pickler, object);
  }
  return save_by_reducing(thread, pickler, object);
}

}  // namespace

bool failed_at(Pickler* pickler, std::string where) {
  auto& path = pickler->data->failure_path;
  if (path.size() < 8) path.push_back(std::move(where));
  return false;
}

bool save_dict_items(Thread& thread, Pickler* pickler, Dict* dict) {
  PicklerData& data = *pickler->data;
  uint64_t position = 0;
  Value key;
  Value value;
  const uint64_t count = dict->count;
  if (count == 1) {
    if (!dict_next(dict, position, key, value)) return true;
    if (!save_item(thread, pickler, key, value)) return false;
    put_opcode(data, SetItem);
    return true;
  }
  bool more = dict_next(dict, position, key, value);
  uint64_t batch = more ? BatchSize : 0;
  // As in sets.
  while (batch == BatchSize) {
    put_opcode(data, Mark);
    for (batch = 0; batch < BatchSize && more; ++batch) {
      if (!save_item(thread, pickler, key, value)) return false;
      if (dict->count != count) {
        raise_runtime_error(thread, "dictionary changed size during iteration");
        return false;
      }
      more = dict_next(dict, position, key, value);
    }
    put_opcode(data, SetItems);
  }
  return true;
}

bool save_appends(Thread& thread, Pickler* pickler, Value iterator) {
  PicklerData& data = *pickler->data;
  uint64_t index = 0;
  for (;;) {
    Value first = next(thread, iterator);
    if (!first) return false;
    if (first.is_unset()) return true;
    Value following = next(thread, iterator);
    if (!following) return false;
    if (following.is_unset()) {
      if (!save_element(thread, pickler, first, index)) return false;
      put_opcode(data, Append);
      return true;
    }
    put_opcode(data, Mark);
    if (!save_element(thread, pickler, first, index++)) return false;
    uint64_t batch = 1;
    for (;;) {
      if (!save_element(thread, pickler, following, index++)) return false;
      if (++batch == BatchSize) break;
      following = next(thread, iterator);
      if (!following) return false;
      if (following.is_unset()) break;
    }
    put_opcode(data, Appends);
    if (batch != BatchSize) return true;
  }
}

bool save_items(Thread& thread, Pickler* pickler, Value iterator) {
  PicklerData& data = *pickler->data;
  const auto save_pair = [&](Value pair) {
    if (!is_tuple(pair) || pair.as<Tuple>()->count != 2) {
      raise_type_error(thread, "dict items iterator must return 2-tuples");
      return false;
    }
    return save_item(thread, pickler, pair.as<Tuple>()->values[0], pair.as<Tuple>()->values[1]);
  };
  for (;;) {
    const Value first = next(thread, iterator);
    if (!first) return false;
    if (first.is_unset()) return true;
    Value following = next(thread, iterator);
    if (!following) return false;
    if (following.is_unset()) {
      if (!save_pair(first)) return false;
      put_opcode(data, SetItem);
      return true;
    }
    put_opcode(data, Mark);
    if (!save_pair(first)) return false;
    uint64_t batch = 1;
    for (;;) {
      if (!save_pair(following)) return false;
      if (++batch == BatchSize) break;
      following = next(thread, iterator);
      if (!following) return false;
      if (following.is_unset()) break;
    }
    put_opcode(data, SetItems);
    if (batch != BatchSize) return true;
  }
}

bool save(Thread& thread, Pickler* pickler, Value object) {
  if (!check_native_stack(thread, " while pickling an object")) return false;
  if (thread.has_interrupts() && !thread.isolate.machine.check_interrupts(thread)) return false;
  if (!pickler->persistent_id.is_unset()) {
    bool done;
    if (!save_persistent(thread, pickler, object, done)) return false;
    if (done) return between_objects(thread, pickler);
  }
  return save_object(thread, pickler, object) && between_objects(thread, pickler);
}

namespace {

// "attribute 'pool.lock' of Job" from the pieces of a failure's path.
std::string describe_failure(const std::vector<std::string>& path) {
  std::string owner;
  std::string shown;
  for (auto piece = path.rbegin(); piece != path.rend(); ++piece) {
    if (piece->starts_with('\n')) {
      // An object: what follows is its attribute.
      if (owner.empty()) owner = piece->substr(1);
      if (piece + 1 == path.rend()) break;
      std::string key = *++piece;
      if (key.size() > 4 && key.starts_with("['") && key.ends_with("']")) {
        if (!shown.empty()) shown += '.';
        shown += key.substr(2, key.size() - 4);
      } else {
        shown += key;
      }
    } else if (!owner.empty()) {
      shown += *piece;
    }
  }
  if (owner.empty() || shown.empty()) return {};
  return text("when pickling attribute '", shown, "' of ", owner);
}

void add_failure_note(Thread& thread, Pickler* pickler) {
  const std::string note = describe_failure(pickler->data->failure_path);
  pickler->data->failure_path.clear();
  if (note.empty()) return;
  Exception* failure = take_pending(thread);
  Str* made = make_str(thread, note);
  if (made != nullptr) {
    static_cast<void>(call_method(thread, Value::cell(failure), "add_note", {Value::cell(made)}));
  }
  thread.pending = failure;
}

}  // namespace

bool dump(Thread& thread, Pickler* pickler, Value object) {
  PicklerData& data = *pickler->data;
  data.output.clear();
  data.framing = false;
  data.frame_start = PicklerData::NoFrame;
  data.failure_path.clear();
  if (data.protocol >= 2) {
    data.output.push_back(Proto);
    data.output.push_back(static_cast<char>(data.protocol));
  }
  data.framing = data.protocol >= 4;
  if (!save(thread, pickler, object)) {
    add_failure_note(thread, pickler);
    return false;
  }
  put_opcode(data, Stop);
  end_frame(data);
  data.framing = false;
  return flush(thread, pickler);
}

}  // namespace weft::pickle
