// Module _operator: the operators of the language as functions, and the three kinds of getters.
#include "interpreter/objects/dict.h"
#include "interpreter/objects/errors.h"
#include "interpreter/objects/integer.h"
#include "interpreter/objects/iterators.h"
#include "interpreter/objects/list.h"
#include "interpreter/objects/module.h"
#include "interpreter/objects/native.h"
#include "interpreter/objects/native_object.h"
#include "interpreter/objects/numbers.h"
#include "interpreter/objects/operations.h"
#include "interpreter/objects/str.h"
#include "interpreter/objects/type.h"
#include "stdlib/native_modules.h"

namespace weft {
namespace {

Value to_value(Truth answer) {
  return answer == Truth::Error ? Value::error() : Value::boolean(answer == Truth::True);
}

template <BinaryOperator op>
Value operator_binary(Thread& thread, Arguments arguments) {
  return binary(thread, op, arguments[0], arguments[1]);
}
template <BinaryOperator op>
Value operator_in_place(Thread& thread, Arguments arguments) {
  return binary_in_place(thread, op, arguments[0], arguments[1]);
}
template <CompareOperator op>
Value operator_compare(Thread& thread, Arguments arguments) {
  return compare(thread, op, arguments[0], arguments[1]);
}
template <UnaryOperator op>
Value operator_unary(Thread& thread, Arguments arguments) {
  return unary(thread, op, arguments[0]);
}

Value operator_abs(Thread& thread, Arguments arguments) {
  return call(thread, dict_get_str(thread.isolate.builtins, intern(thread, "abs")), {arguments[0]});
}
Value operator_truth(Thread& thread, Arguments arguments) {
  return to_value(truth(thread, arguments[0]));
}
Value operator_is(Thread&, Arguments arguments) {
  return Value::boolean(arguments[0] == arguments[1]);
}
Value operator_is_not(Thread&, Arguments arguments) {
  return Value::boolean(!(arguments[0] == arguments[1]));
}
Value operator_contains(Thread& thread, Arguments arguments) {
  return to_value(contains(thread, arguments[0], arguments[1]));
}
Value operator_getitem(Thread& thread, Arguments arguments) {
  return get_item(thread, arguments[0], arguments[1]);
}
Value operator_setitem(Thread& thread, Arguments arguments) {
  return set_item(thread, arguments[0], arguments[1], arguments[2]) ? Value::none()
                                                                    : Value::error();
}
Value operator_delitem(Thread& thread, Arguments arguments) {
  return delete_item(thread, arguments[0], arguments[1]) ? Value::none() : Value::error();
}
Value operator_index(Thread& thread, Arguments arguments) {
  return to_int_by_index(thread, arguments[0]);
}

bool is_sequence(Thread& thread, Value value) {
  return !is_dict(value) && !find_special(thread, value, Special::GetItem).is_unset();
}

template <bool in_place>
Value operator_concat(Thread& thread, Arguments arguments) {
  for (const Value operand : arguments.span()) {
    if (is_sequence(thread, operand)) continue;
    return raise_type_error(
        thread, text("'", type_name(thread, operand), "' object can't be concatenated"));
  }
  return in_place ? binary_in_place(thread, BinaryOperator::Add, arguments[0], arguments[1])
                  : binary(thread, BinaryOperator::Add, arguments[0], arguments[1]);
}

Value operator_count_of(Thread& thread, Arguments arguments) {
  int64_t count = 0;
  const bool done = for_each(thread, arguments[0], [&](Value element) {
    const Truth same = equal(thread, element, arguments[1]);
    if (same == Truth::True) ++count;
    return same != Truth::Error;
  });
  return done ? Value::small_int(count) : Value::error();
}

Value operator_index_of(Thread& thread, Arguments arguments) {
  int64_t index = 0;
  bool found = false;
  const bool done = for_each(thread, arguments[0], [&](Value element) {
    const Truth same = equal(thread, element, arguments[1]);
    found = same == Truth::True;
    if (same == Truth::False) ++index;
    return same == Truth::False;
  });
  if (found) return Value::small_int(index);
  return done ? raise_value_error(thread, "sequence.index(x): x not in sequence") : Value::error();
}

Value operator_length_hint(Thread& thread, Arguments arguments) {
  if (!is_int(arguments[1])) {
    return raise_type_error(thread, text("'", type_name(thread, arguments[1]),
                                         "' object cannot be interpreted as an integer"));
  }
  const auto fallback = to_index(thread, arguments[1]);
  if (!fallback) return Value::error();
  const auto hint = length_hint(thread, arguments[0], static_cast<uint64_t>(*fallback));
  return hint ? Value::small_int(static_cast<int64_t>(*hint)) : Value::error();
}

Value operator_call(Thread& thread, Arguments arguments) {
  return call_with_dict(thread, arguments[0], arguments[1].as<Tuple>(), arguments[2].as<Dict>());
}

// Takes as long for strings that differ early as for those that differ late.
Value operator_compare_digest(Thread& thread, Arguments arguments) {
  std::string_view views[2];
  for (int i = 0; i < 2; ++i) {
    if (is_str(arguments[i])) {
      if (!as_str(arguments[i])->is_ascii) {
        return raise_type_error(thread,
                                "comparing strings with non-ASCII characters is not supported");
      }
      views[i] = as_str(arguments[i])->view();
    }
  }
  if (!is_str(arguments[0]) || !is_str(arguments[1])) {
    return operator_compare<CompareOperator::Eq>(thread, arguments);
  }
  unsigned difference = views[0].size() == views[1].size() ? 0 : 1;
  for (size_t i = 0; i < views[0].size(); ++i) {
    const char other = difference == 0 || i < views[1].size() ? views[1][i] : '\0';
    difference |= static_cast<unsigned char>(views[0][i] ^ other);
  }
  return Value::boolean(difference == 0);
}

// --- Getters ------------------------------------------------------------------------------------
//
// The first value is a tuple of what is got: items, or for attributes tuples of the names on the
// way. methodcaller: name, positional arguments, keywords.

NativeObject* make_getter(Thread& thread, Value cls, Value first) {
  auto* self = new_instance<NativeObject>(thread, as_type(cls));
  if (self == nullptr) return nullptr;
  for (Value& value : self->values) value = Value::unset();
  self->values[0] = first;
  return self;
}

// One value, or a tuple of several.
template <class Get>
Value get_all(Thread& thread, NativeObject* self, Get get) {
  const auto* wanted = self->values[0].as<Tuple>();
  if (wanted->count == 1) return get(wanted->values[0]);
  Tuple* result = make_tuple(thread, wanted->count);
  for (uint64_t i = 0; result != nullptr && i < wanted->count; ++i) {
    const Value value = get(wanted->values[i]);
    if (!value) return value;
    store(result, result->values[i], value);
  }
  return result == nullptr ? Value::error() : Value::cell(result);
}

Value itemgetter_new(Thread& thread, Arguments arguments) {
  auto* items = arguments[1].as<Tuple>();
  if (items->count == 0) {
    return raise_type_error(thread, "itemgetter expected 1 argument, got 0");
  }
  return Value::cell(make_getter(thread, arguments[0], arguments[1]));
}

Value itemgetter_call(Thread& thread, Arguments arguments) {
  return get_all(thread, arguments[0].as<NativeObject>(),
                 [&](Value key) { return get_item(thread, arguments[1], key); });
}

// The names of "a.b.c", interned.
Value split_attribute(Thread& thread, Value name) {
  if (!is_str(name)) return raise_type_error(thread, "attribute name must be a string");
  std::string_view rest = as_str(name)->view();
  List* parts = make_list(thread);
  while (parts != nullptr) {
    const size_t dot = rest.find('.');
    Str* part = intern(thread, rest.substr(0, dot));
    if (part == nullptr || !list_append(thread, parts, Value::cell(part))) return Value::error();
    if (dot == std::string_view::npos) break;
    rest.remove_prefix(dot + 1);
  }
  Tuple* result = parts == nullptr ? nullptr : make_tuple(thread, parts->values());
  return result == nullptr ? Value::error() : Value::cell(result);
}

Value attrgetter_new(Thread& thread, Arguments arguments) {
  const auto* names = arguments[1].as<Tuple>();
  if (names->count == 0) {
    return raise_type_error(thread, "attrgetter expected 1 argument, got 0");
  }
  Tuple* paths = make_tuple(thread, names->count);
  for (uint64_t i = 0; paths != nullptr && i < names->count; ++i) {
    const Value path = split_attribute(thread, names->values[i]);
    if (!path) return path;
    store(paths, paths->values[i], path);
  }
  NativeObject* self =
      paths == nullptr ? nullptr : make_getter(thread, arguments[0], Value::cell(paths));
  if (self == nullptr) return Value::error();
  self->values[1] = arguments[1];
  return Value::cell(self);
}

Value attrgetter_call(Thread& thread, Arguments arguments) {
  return get_all(thread, arguments[0].as<NativeObject>(), [&](Value path) {
    Value object = arguments[1];
    for (const Value name : path.as<Tuple>()->view()) {
      object = get_attribute(thread, object, name.as<Str>());
      if (!object) break;
    }
    return object;
  });
}

Value methodcaller_new(Thread& thread, Arguments arguments) {
  const auto* given = arguments[1].as<Tuple>();
  if (given->count == 0) {
    return raise_type_error(thread, "methodcaller needs at least one argument, the method name");
  }
  if (!is_str(given->values[0])) {
    return raise_type_error(thread, "method name must be a string");
  }
  Str* name = intern(thread, as_str(given->values[0]));
  Tuple* rest = make_tuple(thread, given->view().subspan(1));
  if (name == nullptr || rest == nullptr) return Value::error();
  NativeObject* self = make_getter(thread, arguments[0], Value::cell(name));
  if (self == nullptr) return Value::error();
  self->values[1] = Value::cell(rest);
  self->values[2] = arguments[2];
  return Value::cell(self);
}

Value methodcaller_call(Thread& thread, Arguments arguments) {
  auto* self = arguments[0].as<NativeObject>();
  const Value method = get_attribute(thread, arguments[1], self->values[0].as<Str>());
  if (!method) return method;
  return call_with_dict(thread, method, self->values[1].as<Tuple>(), self->values[2].as<Dict>());
}

// "operator.itemgetter(1, 'x', k=2)"
Value shown_call(Thread& thread, NativeObject* self, const std::vector<Value>& values,
                 Dict* keywords) {
  if (enter_repr(thread, Value::cell(self))) {
    return Value::cell(make_str(thread, text("operator.", self->type()->name->view(), "(...)")));
  }
  std::string shown = text("operator.", self->type()->name->view(), "(");
  bool failed = false;
  const auto add = [&](std::string_view name, Value value) {
    Str* piece = repr(thread, value);
    failed = piece == nullptr;
    if (failed) return;
    if (!shown.ends_with('(')) shown += ", ";
    shown += text(name, piece->view());
  };
  for (size_t i = 0; i < values.size() && !failed; ++i) add("", values[i]);
  uint64_t position = 0;
  Value key;
  Value value;
  while (!failed && keywords != nullptr && dict_next(keywords, position, key, value)) {
    add(text(as_str(key)->view(), "="), value);
  }
  leave_repr(thread, Value::cell(self));
  return failed ? Value::error() : Value::cell(make_str(thread, shown + ")"));
}

// The values stay alive in the getter's own tuples.
std::vector<Value> constructor_values(NativeObject* self) {
  std::vector<Value> values;
  if (self->values[1].is_unset()) {  // itemgetter
    for (const Value item : self->values[0].as<Tuple>()->view()) values.push_back(item);
    return values;
  }
  if (is_str(self->values[0])) values.push_back(self->values[0]);
  for (const Value item : self->values[1].as<Tuple>()->view()) values.push_back(item);
  return values;
}

Value getter_repr(Thread& thread, Arguments arguments) {
  auto* self = arguments[0].as<NativeObject>();
  Dict* keywords = self->values[2].is_unset() ? nullptr : self->values[2].as<Dict>();
  return shown_call(thread, self, constructor_values(self), keywords);
}

Value getter_reduce(Thread& thread, Arguments arguments) {
  auto* self = arguments[0].as<NativeObject>();
  const std::vector<Value> values = constructor_values(self);
  Tuple* given = make_tuple(thread, std::span<const Value>(values));
  if (given == nullptr) return Value::error();
  const Value parts[] = {Value::cell(self->type()), Value::cell(given)};
  return Value::cell(make_tuple(thread, parts));
}

constexpr NativeMethod ReprMethod = {"__repr__", "(self, /)", "The call that makes it.",
                                     getter_repr};
constexpr NativeMethod ReduceMethod = {"__reduce__", "(self, /)", "What pickling needs.",
                                       getter_reduce};
constexpr NativeMethod itemgetter_methods[] = {
    {"__new__", "(cls, /, *items)", "A callable that gets items.", itemgetter_new},
    {"__call__", "(self, obj, /)", "Get the items of obj.", itemgetter_call},
    ReprMethod,
    ReduceMethod,
};
constexpr NativeMethod attrgetter_methods[] = {
    {"__new__", "(cls, /, *attrs)", "A callable that gets attributes.", attrgetter_new},
    {"__call__", "(self, obj, /)", "Get the attributes of obj.", attrgetter_call},
    ReprMethod,
    ReduceMethod,
};
constexpr NativeMethod methodcaller_methods[] = {
    {"__new__", "(cls, /, *args, **kwargs)", "A callable that calls a method.", methodcaller_new},
    {"__call__", "(self, obj, /)", "Call the method of obj.", methodcaller_call},
    ReprMethod,
    ReduceMethod,
};

constexpr TypeSpec getter_spec(std::string_view name, std::string_view doc,
                               std::span<const NativeMethod> methods) {
  return {.name = name,
          .module = "operator",
          .doc = doc,
          .instance_kind = Kind::NativeObject,
          .instance_size = sizeof(NativeObject),
          .is_base_type = false,
          .instances_have_dict = false,
          .methods = methods,
          .attributes = {}};
}
constexpr TypeSpec itemgetter_spec = getter_spec(
    "itemgetter", "A callable that gets the given items of its argument.", itemgetter_methods);
constexpr TypeSpec attrgetter_spec = getter_spec(
    "attrgetter", "A callable that gets the given attributes of its argument.", attrgetter_methods);
constexpr TypeSpec methodcaller_spec = getter_spec(
    "methodcaller", "A callable that calls a method of its argument.", methodcaller_methods);

// --- The tables ---------------------------------------------------------------------------------

constexpr NativeMethod function(std::string_view name, std::string_view signature,
                                std::string_view doc, NativeCode code) {
  return {name, signature, doc, code};
}
constexpr std::string_view Two = "(a, b, /)";
constexpr std::string_view One = "(a, /)";

using enum BinaryOperator;

constexpr NativeMethod functions[] = {
    function("lt", Two, "Same as a < b.", operator_compare<CompareOperator::Lt>),
    function("le", Two, "Same as a <= b.", operator_compare<CompareOperator::Le>),
    function("eq", Two, "Same as a == b.", operator_compare<CompareOperator::Eq>),
    function("ne", Two, "Same as a != b.", operator_compare<CompareOperator::Ne>),
    function("ge", Two, "Same as a >= b.", operator_compare<CompareOperator::Ge>),
    function("gt", Two, "Same as a > b.", operator_compare<CompareOperator::Gt>),
    function("not_", One, "Same as not a.", operator_unary<UnaryOperator::Not>),
    function("truth", One, "Whether a is true.", operator_truth),
    function("is_", Two, "Same as a is b.", operator_is),
    function("is_not", Two, "Same as a is not b.", operator_is_not),
    function("abs", One, "Same as abs(a).", operator_abs),
    function("add", Two, "Same as a + b.", operator_binary<Add>),
    function("and_", Two, "Same as a & b.", operator_binary<And>),
    function("floordiv", Two, "Same as a // b.", operator_binary<FloorDiv>),
    function("index", One, "Same as a.__index__()", operator_index),
    function("inv", One, "Same as ~a.", operator_unary<UnaryOperator::Invert>),
    function("invert", One, "Same as ~a.", operator_unary<UnaryOperator::Invert>),
    function("lshift", Two, "Same as a << b.", operator_binary<LShift>),
    function("mod", Two, "Same as a % b.", operator_binary<Mod>),
    function("mul", Two, "Same as a * b.", operator_binary<Mul>),
    function("matmul", Two, "Same as a @ b.", operator_binary<MatMul>),
    function("neg", One, "Same as -a.", operator_unary<UnaryOperator::Neg>),
    function("or_", Two, "Same as a | b.", operator_binary<Or>),
    function("pos", One, "Same as +a.", operator_unary<UnaryOperator::Pos>),
    function("pow", Two, "Same as a ** b.", operator_binary<Pow>),
    function("rshift", Two, "Same as a >> b.", operator_binary<RShift>),
    function("sub", Two, "Same as a - b.", operator_binary<Sub>),
    function("truediv", Two, "Same as a / b.", operator_binary<TrueDiv>),
    function("xor", Two, "Same as a ^ b.", operator_binary<Xor>),
    function("concat", Two, "Same as a + b, for a and b sequences.", operator_concat<false>),
    function("contains", Two, "Same as b in a (note reversed operands).", operator_contains),
    function("countOf", Two, "Return the number of items in a which are, or which equal, b.",
             operator_count_of),
    function("delitem", Two, "Same as del a[b].", operator_delitem),
    function("getitem", Two, "Same as a[b].", operator_getitem),
    function("indexOf", Two, "Return the first index of b in a.", operator_index_of),
    function("setitem", "(a, b, c, /)", "Same as a[b] = c.", operator_setitem),
    function("length_hint", "(obj, default=0, /)", "An estimate of the number of items in obj.",
             operator_length_hint),
    function("call", "(obj, /, *args, **kwargs)", "Same as obj(*args, **kwargs).", operator_call),
    function("iadd", Two, "Same as a += b.", operator_in_place<Add>),
    function("iand", Two, "Same as a &= b.", operator_in_place<And>),
    function("iconcat", Two, "Same as a += b, for a and b sequences.", operator_concat<true>),
    function("ifloordiv", Two, "Same as a //= b.", operator_in_place<FloorDiv>),
    function("ilshift", Two, "Same as a <<= b.", operator_in_place<LShift>),
    function("imod", Two, "Same as a %= b.", operator_in_place<Mod>),
    function("imul", Two, "Same as a *= b.", operator_in_place<Mul>),
    function("imatmul", Two, "Same as a @= b.", operator_in_place<MatMul>),
    function("ior", Two, "Same as a |= b.", operator_in_place<Or>),
    function("ipow", Two, "Same as a **= b.", operator_in_place<Pow>),
    function("irshift", Two, "Same as a >>= b.", operator_in_place<RShift>),
    function("isub", Two, "Same as a -= b.", operator_in_place<Sub>),
    function("itruediv", Two, "Same as a /= b.", operator_in_place<TrueDiv>),
    function("ixor", Two, "Same as a ^= b.", operator_in_place<Xor>),
    function("_compare_digest", Two, "a == b in a time that does not tell where they differ.",
             operator_compare_digest),
};

// The names that are also there with underscores around, as the methods are called.
bool has_method_name(std::string_view name) {
  return name != "truth" && name != "is_" && name != "is_not" && name != "countOf" &&
         name != "indexOf" && name != "length_hint" && name != "_compare_digest";
}

bool add_method_names(Thread& thread, Dict* dict) {
  for (const NativeMethod& entry : functions) {
    if (!has_method_name(entry.name)) continue;
    const Value made = dict_get_str(dict, intern(thread, entry.name));
    std::string_view bare = entry.name;
    if (bare.ends_with('_')) bare.remove_suffix(1);
    Str* name = intern(thread, text("__", bare, "__"));
    if (name == nullptr || !dict_set_str(thread, dict, name, made)) return false;
  }
  return true;
}

}  // namespace

bool fill_operator(Thread& thread, Module* module) {
  Str* shown_name = intern(thread, "_operator");
  if (shown_name == nullptr ||
      !add_native_functions(thread, module->dict, Value::cell(shown_name), functions)) {
    return false;
  }
  for (const TypeSpec* spec : {&itemgetter_spec, &attrgetter_spec, &methodcaller_spec}) {
    Type* type = make_builtin_type(thread, *spec, nullptr);
    Str* name = intern(thread, spec->name);
    if (type == nullptr || name == nullptr ||
        !dict_set_str(thread, module->dict, name, Value::cell(type))) {
      return false;
    }
  }
  return add_method_names(thread, module->dict);
}

}  // namespace weft
