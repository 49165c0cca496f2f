// What the two halves of module _pickle share: opcodes, names, error types.
#pragma once

#include "stdlib/module_filling.h"
#include "stdlib/module_state.h"

namespace weft::pickle {

inline constexpr int64_t HighestProtocol = 5;
inline constexpr int64_t DefaultProtocol = 4;
// A frame is closed when it holds this much; what is larger stands outside of frames.
inline constexpr uint64_t FrameTarget = 64 * 1024;

// The instructions of the format, as pickletools documents them.
enum Opcode : char {
  Mark = '(',
  Stop = '.',
  Pop = '0',
  PopMark = '1',
  Dup = '2',
  FloatText = 'F',
  IntText = 'I',
  BinInt = 'J',
  BinInt1 = 'K',
  LongText = 'L',
  BinInt2 = 'M',
  None = 'N',
  PersId = 'P',
  BinPersId = 'Q',
  Reduce = 'R',
  StringText = 'S',
  BinString = 'T',
  ShortBinString = 'U',
  UnicodeText = 'V',
  BinUnicode = 'X',
  Append = 'a',
  Build = 'b',
  Global = 'c',
  DictOfMark = 'd',
  EmptyDict = '}',
  Appends = 'e',
  GetText = 'g',
  BinGet = 'h',
  Inst = 'i',
  LongBinGet = 'j',
  ListOfMark = 'l',
  EmptyList = ']',
  Obj = 'o',
  PutText = 'p',
  BinPut = 'q',
  LongBinPut = 'r',
  SetItem = 's',
  TupleOfMark = 't',
  EmptyTuple = ')',
  SetItems = 'u',
  BinFloat = 'G',
  Proto = '\x80',
  NewObj = '\x81',
  Ext1 = '\x82',
  Ext2 = '\x83',
  Ext4 = '\x84',
  Tuple1 = '\x85',
  Tuple2 = '\x86',
  Tuple3 = '\x87',
  NewTrue = '\x88',
  NewFalse = '\x89',
  Long1 = '\x8a',
  Long4 = '\x8b',
  BinBytes = 'B',
  ShortBinBytes = 'C',
  ShortBinUnicode = '\x8c',
  BinUnicode8 = '\x8d',
  BinBytes8 = '\x8e',
  EmptySet = '\x8f',
  AddItems = '\x90',
  FrozenSetOfMark = '\x91',
  NewObjEx = '\x92',
  StackGlobal = '\x93',
  Memoize = '\x94',
  FrameBegin = '\x95',
  ByteArray8 = '\x96',
  NextBuffer = '\x97',
  ReadOnlyBuffer = '\x98',
};

struct PickleState final : runtime::RootSource {
  void trace_roots(runtime::Marker& marker) override;

  Type* error = nullptr;
  Type* pickling_error = nullptr;
  Type* unpickling_error = nullptr;
  Type* pickler = nullptr;
  Type* unpickler = nullptr;
  Type* buffer = nullptr;
  // Of module copyreg.
  Value dispatch_table = Value::none();
  Value extension_numbers = Value::none();  // (module, name) -> number
  Value extensions = Value::none();         // number -> (module, name)
  // Of module _compat_pickle: names of Python 2 and 3. None until protocols below 3 need them.
  Value to_old_names = Value::none();
  Value from_old_names = Value::none();

  Str* reduce_ex = nullptr;
  Str* reduce = nullptr;
  Str* getstate = nullptr;
  Str* setstate = nullptr;
  Str* getnewargs = nullptr;
  Str* getnewargs_ex = nullptr;
  Str* new_ = nullptr;
  Str* newobj = nullptr;
  Str* newobj_ex = nullptr;
  Str* main = nullptr;
};

inline PickleState& pickle_state(Thread& thread) {
  return module_state<PickleState>(thread.isolate);
}

inline Value raise_pickling(Thread& thread, std::string_view message) {
  return raise(thread, pickle_state(thread).pickling_error, message);
}
inline Value raise_unpickling(Thread& thread, std::string_view message) {
  return raise(thread, pickle_state(thread).unpickling_error, message);
}

// `owner.a.b` of a dotted name; `parent` is what the last part was found on. Unset when there is no
// such attribute, error (AttributeError) for what lies in a function.
[[nodiscard]] Value find_dotted(Thread& thread, Value owner, Str* name, Value& parent);

// What Python 3 (`reading`) or Python 2 calls a name of a module; names that have not changed stay.
// False: exception pending.
[[nodiscard]] bool translate_name(Thread& thread, bool reading, Value& module_name, Value& name);

// The number of a protocol argument, None for the default. nullopt: exception pending.
[[nodiscard]] std::optional<int64_t> protocol_argument(Thread& thread, Value value);

// Types and functions of the halves.
[[nodiscard]] Type* make_pickler_type(Thread& thread);
[[nodiscard]] Type* make_unpickler_type(Thread& thread);
[[nodiscard]] Type* make_buffer_type(Thread& thread);
Value pickle_dump(Thread& thread, Arguments arguments);
Value pickle_dumps(Thread& thread, Arguments arguments);
Value pickle_load(Thread& thread, Arguments arguments);
Value pickle_loads(Thread& thread, Arguments arguments);

// What a PickleBuffer shows; unset once released.
[[nodiscard]] Value buffer_object(Value buffer);
[[nodiscard]] Value make_pickle_buffer(Thread& thread, Value object);

}  // namespace weft::pickle
