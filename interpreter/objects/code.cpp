// Code objects as scripts see them.
#include "interpreter/objects/code.h"

#include <algorithm>
#include <bit>
#include <cstring>

#include "interpreter/objects/address_text.h"
#include "interpreter/objects/bytes.h"
#include "interpreter/objects/dict.h"
#include "interpreter/objects/errors.h"
#include "interpreter/objects/isolate.h"
#include "interpreter/objects/list.h"
#include "interpreter/objects/native.h"
#include "interpreter/objects/numbers.h"
#include "interpreter/objects/operations.h"
#include "interpreter/objects/str.h"

namespace weft {

const PositionEntry& position_at(const Code* code, uint32_t offset) {
  const PositionEntry* begin = code->positions();
  const PositionEntry* end = begin + code->position_count;
  const PositionEntry* after = std::upper_bound(
      begin, end, offset,
      [](uint32_t place, const PositionEntry& entry) { return place < entry.offset; });
  return after == begin ? *begin : after[-1];
}

namespace {

constexpr uint16_t UnknownColumn = 0xffff;

// Our flags and the bits of co_flags they show as.
constexpr std::pair<uint32_t, uint32_t> shown_flags[] = {
    {HasVarArguments, 0x4},    {HasVarKeywords, 0x8},         {IsNested, 0x10},
    {IsGenerator, 0x20},       {IsCoroutine, 0x80},           {IsIterableCoroutine, 0x100},
    {IsAsyncGenerator, 0x200}, {FutureAnnotations, 0x1000000}};
constexpr uint32_t OptimisedNewLocals = 0x3;  // CO_OPTIMIZED | CO_NEWLOCALS: functions

const Code* code_of(Value self) { return self.as<Code>(); }

Value get_name(Thread&, Value self) { return Value::cell(code_of(self)->name); }
Value get_qualified_name(Thread&, Value self) { return Value::cell(code_of(self)->qualified_name); }
Value get_filename(Thread&, Value self) { return Value::cell(code_of(self)->filename); }
Value get_first_line(Thread&, Value self) { return Value::small_int(code_of(self)->first_line); }
Value get_positional_count(Thread&, Value self) {
  return Value::small_int(code_of(self)->positional_count);
}
Value get_positional_only_count(Thread&, Value self) {
  return Value::small_int(code_of(self)->positional_only_count);
}
Value get_keyword_only_count(Thread&, Value self) {
  return Value::small_int(code_of(self)->keyword_only_count);
}
Value get_stack_size(Thread&, Value self) {
  return Value::small_int(code_of(self)->register_count - code_of(self)->local_count);
}
Value get_constants(Thread&, Value self) { return Value::cell(code_of(self)->constant_tuple); }
Value get_free_names(Thread&, Value self) { return Value::cell(code_of(self)->free_names); }
Value get_cell_names(Thread&, Value self) { return Value::cell(code_of(self)->cell_names); }

Value get_flags(Thread&, Value self) {
  const Code* code = code_of(self);
  uint32_t flags = code->has(UsesNamespace) ? 0 : OptimisedNewLocals;
  for (const auto& [own, shown] : shown_flags)
    if ((code->flags & own) != 0) flags |= shown;
  return Value::small_int(flags);
}

// Parameters and the locals no inner function captures.
Value get_local_names(Thread& thread, Value self) {
  const Code* code = code_of(self);
  List* names = make_list(thread);
  if (names == nullptr) return Value::error();
  const auto captured = code->cell_names->view();
  for (uint64_t i = 0; i < code->local_names->count; ++i) {
    const Value name = code->local_names->values[i];
    const bool shown =
        i < code->parameter_count() || std::ranges::find(captured, name) == captured.end();
    if (shown && !list_append(thread, names, name)) return Value::error();
  }
  return Value::cell(make_tuple(thread, std::span<const Value>(names->values())));
}

Value get_local_count(Thread& thread, Value self) {
  const Value names = get_local_names(thread, self);
  return names ? Value::small_int(static_cast<int64_t>(names.as<Tuple>()->count)) : names;
}

// The names of globals, attributes and modules, in the order the code uses them.
Value get_names(Thread& thread, Value self) {
  return Value::cell(thread.isolate.machine.names_in_code(thread, self.as<Code>()));
}

Value get_instructions(Thread& thread, Value self) {
  const Code* code = code_of(self);
  return Value::cell(make_bytes(thread, {reinterpret_cast<const char*>(code->instructions),
                                         code->instruction_count * sizeof(uint32_t)}));
}

Value code_repr(Thread& thread, Arguments arguments) {
  const Code* code = code_of(arguments[0]);
  return Value::cell(make_str(
      thread, text("<code object ", code->name->view(), " at ", address_text(arguments[0]),
                   ", file \"", code->filename->view(), "\", line ", code->first_line, ">")));
}

Value column_value(uint16_t column) {
  return column == UnknownColumn ? Value::none() : Value::small_int(column);
}

// (line, end line, column, end column) of each instruction word.
Value code_positions(Thread& thread, Arguments arguments) {
  const Code* code = code_of(arguments[0]);
  List* list = make_list(thread);
  if (list == nullptr) return Value::error();
  for (uint32_t offset = 0; offset < code->instruction_count; ++offset) {
    const PositionEntry& entry = position_at(code, offset);
    const Value parts[] = {Value::small_int(entry.line), Value::small_int(entry.end_line),
                           column_value(entry.column), column_value(entry.end_column)};
    const Value tuple = Value::cell(make_tuple(thread, parts));
    if (!tuple || !list_append(thread, list, tuple)) return Value::error();
  }
  return get_iterator(thread, Value::cell(list));
}

// (begin, end, line) of each run of instruction bytes that belong to one line.
Value code_lines(Thread& thread, Arguments arguments) {
  const Code* code = code_of(arguments[0]);
  List* list = make_list(thread);
  if (list == nullptr) return Value::error();
  const PositionEntry* entries = code->positions();
  for (uint32_t i = 0; i < code->position_count;) {
    uint32_t next = i + 1;
    while (next < code->position_count && entries[next].line == entries[i].line) ++next;
    const uint32_t end =
        next < code->position_count ? entries[next].offset : code->instruction_count;
    const Value parts[] = {Value::small_int(entries[i].offset * 4), Value::small_int(end * 4),
                           Value::small_int(entries[i].line)};
    const Value tuple = Value::cell(make_tuple(thread, parts));
    if (!tuple || !list_append(thread, list, tuple)) return Value::error();
    i = next;
  }
  return get_iterator(thread, Value::cell(list));
}

ByteBuffer* copy_buffer(Thread& thread, const ByteBuffer* original) {
  auto* copy = make_cell<ByteBuffer>(thread, original->capacity, internal_header(Kind::ByteBuffer),
                                     original->capacity);
  if (copy != nullptr) std::memcpy(copy->bytes, original->bytes, original->capacity);
  return copy;
}

CodeCaches* copy_caches(Thread& thread, const CodeCaches* original) {
  const size_t bytes = CodeCaches::extra_bytes(original->count, original->call_count);
  auto* copy = make_cell<CodeCaches>(thread, bytes, internal_header(Kind::CodeCaches));
  if (copy == nullptr) return nullptr;
  copy->count = original->count;
  copy->call_count = original->call_count;
  // Instruction words that have specialised themselves read their caches: both are taken over.
  std::memcpy(static_cast<void*>(copy + 1), original + 1, bytes);
  return copy;
}

// The same code with instructions and caches of its own, which it may write to.
Code* copy_code(Thread& thread, const Code* original) {
  ByteBuffer* storage = copy_buffer(thread, original->instruction_storage);
  if (storage == nullptr) return nullptr;
  CodeCaches* caches = copy_caches(thread, original->caches);
  if (caches == nullptr) return nullptr;
  auto* copy = make_object<Code>(thread, thread.isolate.types.code);
  if (copy == nullptr) return nullptr;
  constexpr size_t Skip = sizeof(Object);
  std::memcpy(reinterpret_cast<char*>(copy) + Skip, reinterpret_cast<const char*>(original) + Skip,
              sizeof(Code) - Skip);
  copy->instruction_storage = storage;
  copy->instructions = reinterpret_cast<uint32_t*>(storage->bytes);
  copy->caches = caches;
  copy->inline_caches = caches->entries();
  return copy;
}

bool replace_text(Thread& thread, Code* code, Str* Code::*field, std::string_view name,
                  Value value) {
  if (value.is_unset()) return true;
  if (is_str(value)) {
    Str* interned = intern(thread, as_str(value));
    if (interned == nullptr) return false;
    store(code, code->*field, interned);
    return true;
  }
  raise_type_error(thread, text("replace() argument '", name, "' must be str, not ",
                                argument_type_name(thread, value)));
  return false;
}

// (self, co_name, co_qualname, co_filename, co_firstlineno, co_flags)
Value code_replace(Thread& thread, Arguments arguments) {
  Code* copy = copy_code(thread, code_of(arguments[0]));
  if (copy == nullptr || !replace_text(thread, copy, &Code::name, "co_name", arguments[1]) ||
      !replace_text(thread, copy, &Code::qualified_name, "co_qualname", arguments[2]) ||
      !replace_text(thread, copy, &Code::filename, "co_filename", arguments[3]))
    return Value::error();
  if (!arguments[4].is_unset()) {
    const auto line = to_int_argument(thread, arguments[4]);
    if (!line) return Value::error();
    copy->first_line = static_cast<uint32_t>(*line);
  }
  if (!arguments[5].is_unset()) {
    const auto flags = to_int_argument(thread, arguments[5]);
    if (!flags) return Value::error();
    // Only what does not change how the code runs may change, types.coroutine's flag above all.
    copy->flags &= ~uint32_t{IsIterableCoroutine};
    if ((*flags & 0x100) != 0) copy->flags |= IsIterableCoroutine;
  }
  return Value::cell(copy);
}

// --- Equality -----------------------------------------------------------------------------------

Truth same_code(Thread& thread, const Code* left, const Code* right);

// Equal and of the same type, down to the sign of a zero.
Truth same_constant(Thread& thread, Value left, Value right) {
  if (left == right) return Truth::True;
  if (class_of(thread, left) != class_of(thread, right)) return Truth::False;
  if (is_float(left))
    return to_truth(std::bit_cast<uint64_t>(as_double(left)) ==
                    std::bit_cast<uint64_t>(as_double(right)));
  if (is_kind(left, Kind::Code)) return same_code(thread, code_of(left), code_of(right));
  if (is_kind(left, Kind::Complex)) {
    const auto* one = left.as<Complex>();
    const auto* other = right.as<Complex>();
    const auto same = [](double x, double y) {
      return std::bit_cast<uint64_t>(x) == std::bit_cast<uint64_t>(y);
    };
    return to_truth(same(one->real, other->real) && same(one->imaginary, other->imaginary));
  }
  if (!is_tuple(left)) return equal(thread, left, right);
  const auto* one = left.as<Tuple>();
  const auto* other = right.as<Tuple>();
  if (one->count != other->count || !thread.check_native_stack())
    return thread.pending == nullptr ? Truth::False : Truth::Error;
  for (uint64_t i = 0; i < one->count; ++i) {
    const Truth same = same_constant(thread, one->values[i], other->values[i]);
    if (same != Truth::True) return same;
  }
  return Truth::True;
}

bool same_bytes(const ByteBuffer* left, const ByteBuffer* right, size_t bytes) {
  return bytes == 0 || std::memcmp(left->bytes, right->bytes, bytes) == 0;
}

bool same_names(const CodeCaches* left, const CodeCaches* right) {
  if (left->count != right->count) return false;
  for (uint64_t i = 0; i < left->count; ++i)
    if (left->entries()[i].name != right->entries()[i].name) return false;
  return true;
}

Truth same_code(Thread& thread, const Code* left, const Code* right) {
  const bool alike = str_equal(left->name, right->name) && left->first_line == right->first_line &&
                     left->flags == right->flags &&
                     left->positional_count == right->positional_count &&
                     left->positional_only_count == right->positional_only_count &&
                     left->keyword_only_count == right->keyword_only_count &&
                     left->instruction_count == right->instruction_count &&
                     left->exception_count == right->exception_count &&
                     left->position_count == right->position_count &&
                     same_bytes(left->instruction_storage, right->instruction_storage,
                                left->instruction_count * sizeof(uint32_t)) &&
                     same_bytes(left->exception_table, right->exception_table,
                                left->exception_count * sizeof(ExceptionEntry)) &&
                     same_bytes(left->position_table, right->position_table,
                                left->position_count * sizeof(PositionEntry)) &&
                     same_names(left->caches, right->caches);
  if (!alike) return Truth::False;
  const std::pair<Tuple*, Tuple*> tuples[] = {{left->constant_tuple, right->constant_tuple},
                                              {left->local_names, right->local_names},
                                              {left->cell_names, right->cell_names},
                                              {left->free_names, right->free_names}};
  for (const auto& [one, other] : tuples) {
    const Truth same = same_constant(thread, Value::cell(one), Value::cell(other));
    if (same != Truth::True) return same;
  }
  return Truth::True;
}

Value code_eq(Thread& thread, Arguments arguments) {
  if (!is_kind(arguments[1], Kind::Code)) return Value::not_implemented();
  if (arguments[0] == arguments[1]) return Value::boolean(true);
  const Truth same = same_code(thread, code_of(arguments[0]), code_of(arguments[1]));
  return same == Truth::Error ? Value::error() : Value::boolean(same == Truth::True);
}

Value code_hash(Thread&, Arguments arguments) {
  const Code* code = code_of(arguments[0]);
  uint64_t mixed = static_cast<uint64_t>(str_hash(code->name)) ^ code->first_line;
  for (uint32_t i = 0; i < code->instruction_count; ++i)
    mixed = (mixed ^ code->instructions[i]) * 0x9e3779b97f4a7c15u;
  return Value::small_int(static_cast<int64_t>(mixed >> 3));
}

constexpr NativeMethod methods[] = {
    {"__eq__", "(self, value, /)", "Return self==value.", code_eq},
    {"__hash__", "(self, /)", "Return hash(self).", code_hash},
    {"__repr__", "(self, /)", "Return repr(self).", code_repr},
    {"co_positions", "(self, /)", "Iterate over the source positions of the instructions.",
     code_positions},
    {"co_lines", "(self, /)", "Iterate over the lines of the instructions.", code_lines},
    {"replace",
     "(self, /, *, co_name=<unset>, co_qualname=<unset>, co_filename=<unset>, "
     "co_firstlineno=<unset>, co_flags=<unset>)",
     "Return a copy with some attributes replaced.", code_replace},
};
constexpr NativeAttribute attributes[] = {
    {"co_name", "The name of the function.", get_name, nullptr, AttributeForm::Member},
    {"co_qualname", "The name with those of enclosing scopes.", get_qualified_name, nullptr,
     AttributeForm::Member},
    {"co_filename", "The file it was compiled from.", get_filename, nullptr, AttributeForm::Member},
    {"co_firstlineno", "The first line of its source.", get_first_line, nullptr,
     AttributeForm::Member},
    {"co_argcount", "Positional parameters.", get_positional_count, nullptr, AttributeForm::Member},
    {"co_posonlyargcount", "Positional-only parameters.", get_positional_only_count, nullptr,
     AttributeForm::Member},
    {"co_kwonlyargcount", "Keyword-only parameters.", get_keyword_only_count, nullptr,
     AttributeForm::Member},
    {"co_nlocals", "Local variables.", get_local_count, nullptr, AttributeForm::Member},
    {"co_stacksize", "Temporaries.", get_stack_size, nullptr, AttributeForm::Member},
    {"co_flags", "What kind of code it is, as bits.", get_flags, nullptr, AttributeForm::Member},
    {"co_varnames", "The names of the local variables.", get_local_names, nullptr},
    {"co_names", "The names of globals and attributes it uses.", get_names, nullptr,
     AttributeForm::Member},
    {"co_consts", "The constants it uses.", get_constants, nullptr, AttributeForm::Member},
    {"co_freevars", "The variables captured from outside.", get_free_names, nullptr},
    {"co_cellvars", "The variables inner functions capture.", get_cell_names, nullptr},
    {"co_code", "The instructions.", get_instructions, nullptr},
};

}  // namespace

const TypeSpec code_type_spec = {
    .name = "code",
    .module = "builtins",
    .doc = "Compiled source text.",
    .instance_kind = Kind::Code,
    .instance_size = sizeof(Code),
    .is_base_type = false,
    .instances_have_dict = false,
    .methods = methods,
    .attributes = attributes,
};

}  // namespace weft
