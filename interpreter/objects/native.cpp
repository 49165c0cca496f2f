#include "interpreter/objects/native.h"

#include <cstring>
#include <string>

#include "interpreter/objects/call.h"
#include "interpreter/objects/dict.h"
#include "interpreter/objects/errors.h"
#include "interpreter/objects/isolate.h"
#include "interpreter/objects/list.h"
#include "interpreter/objects/native_signature.h"
#include "interpreter/objects/operations.h"
#include "interpreter/objects/str.h"
#include "interpreter/objects/type.h"

namespace weft {
namespace {

std::string_view plural(uint64_t count) { return count == 1 ? "" : "s"; }

bool is_constructor(const NativeFunction* function) {
  const std::string_view name = function->name->view();
  return function->owner != nullptr && (name == "__new__" || name == "__init__");
}

// "append", or the class's name for its constructor: what most texts call a function.
std::string_view short_name(const NativeFunction* function) {
  return is_constructor(function) ? function->owner->name->view() : function->name->view();
}

// "list.append()", "math.sin()", "len()".
// Methods of classes are named after the class they were called on.
std::string full_name(const NativeFunction* function, Value receiver) {
  if (is_constructor(function)) return text(function->owner->name->view(), "()");
  if (function->owner != nullptr)
    return text((is_type(receiver) ? as_type(receiver) : function->owner)->qualified_name->view(),
                ".", function->name->view(), "()");
  if (is_str(function->module_name) && as_str(function->module_name)->view() != "builtins")
    return text(as_str(function->module_name)->view(), ".", function->name->view(), "()");
  return text(function->name->view(), "()");
}

bool is_wrapper(Thread& thread, const NativeFunction* function) {
  return function->type() == thread.isolate.types.wrapper_descriptor;
}

// Binding in progress: where values go, and how its failures read.
class Binder {
 public:
  Binder(Thread& thread, NativeFunction* function, std::span<const Value> values,
         Tuple* keyword_names)
      : thread_(thread),
        function_(function),
        signature_(static_cast<ValueArray*>(function->signature)),
        values_(values),
        keyword_names_(keyword_names),
        keyword_count_(keyword_names == nullptr ? 0 : static_cast<uint32_t>(keyword_names->count)),
        given_(static_cast<uint32_t>(values.size()) - keyword_count_) {}

  // False with TypeError pending.
  bool bind() {
    if (keyword_count_ != 0 && signature_.takes_no_keywords()) {
      raise_type_error(
          thread_, is_wrapper(thread_, function_) && !is_constructor(function_)
                       ? text("wrapper ", function_->name->view(), "() takes no keyword arguments")
                       : text(full_name(), " takes no keyword arguments"));
      return false;
    }
    const uint32_t positional = signature_.positional_count();
    if (given_ > positional && !signature_.has_var_arguments()) return fail_too_many();
    if (!signature_.has_var_keywords() && !signature_.has_var_arguments() &&
        values_.size() > signature_.parameter_count())
      return fail_too_many();
    if (signature_.has_nested_brackets() && keyword_count_ > signature_.keyword_only_count())
      return fail_too_many_keywords();
    const uint32_t direct = given_ < positional ? given_ : positional;
    for (uint32_t i = 0; i < direct; ++i) bound_[i] = values_[i];
    for (uint32_t i = direct; i < signature_.parameter_count(); ++i) bound_[i] = Value::error();
    if (signature_.has_var_arguments()) {
      Tuple* rest = given_ > positional
                        ? make_tuple(thread_, values_.subspan(positional, given_ - positional))
                        : thread_.isolate.empty_tuple;
      if (rest == nullptr) return false;
      bound_[positional] = Value::cell(rest);
    }
    if (signature_.has_var_keywords()) {
      Dict* rest = make_dict(thread_);
      if (rest == nullptr) return false;
      bound_[signature_.parameter_count() - 1] = Value::cell(rest);
    }
    for (uint32_t i = 0; i < keyword_count_; ++i)
      if (!bind_keyword(as_str(keyword_names_->values[i]), values_[given_ + i])) return false;
    return fill_defaults();
  }

  Arguments arguments() const { return {bound_, signature_.parameter_count()}; }

 private:
  bool bind_keyword(Str* name, Value value) {
    const uint32_t positional = signature_.positional_count();
    for (uint32_t i = signature_.positional_only_count(); i < positional; ++i)
      if (str_equal(signature_.name(i), name)) return bind_named(i, name, value);
    const uint32_t first = signature_.first_keyword_only();
    for (uint32_t i = 0; i < signature_.keyword_only_count(); ++i)
      if (str_equal(signature_.name(first + i), name)) return bind_named(first + i, name, value);
    if (signature_.has_var_keywords())
      return dict_set_str(thread_, bound_[signature_.parameter_count() - 1].as<Dict>(), name,
                          value);
    raise_type_error(thread_, text("'", name->view(), "' is an invalid keyword argument for ",
                                   short_name(function_), "()"));
    return false;
  }

  bool bind_named(uint32_t parameter, Str* name, Value value) {
    if (bound_[parameter]) {
      raise_type_error(
          thread_, text("argument for ", short_name(function_), "() given by name ('", name->view(),
                        "') and position (", parameter + 1 - hidden(), ")"));
      return false;
    }
    bound_[parameter] = value;
    return true;
  }

  bool fill_defaults() {
    for (uint32_t i = 0; i < signature_.parameter_count(); ++i) {
      if (bound_[i]) continue;
      bound_[i] = signature_.default_value(i);
      if (!bound_[i]) return fail_missing(i);
    }
    return true;
  }

  // `self` or `cls`, which texts do not count.
  uint32_t hidden() const {
    return function_->takes_self || is_constructor(function_) ||
                   function_->type() == thread_.isolate.types.class_method_descriptor
               ? 1
               : 0;
  }

  // Whether some parameter may be given by its name; **kwargs alone do not count.
  bool keyword_style() const {
    return signature_.positional_only_count() != signature_.positional_count() ||
           signature_.keyword_only_count() != 0;
  }

  bool fail_too_many() {
    const uint32_t total = static_cast<uint32_t>(values_.size()) - hidden();
    const uint32_t given = given_ - hidden();
    const uint32_t maximum = signature_.positional_count() - hidden();
    const uint32_t required = signature_.required_positional_count() - hidden();
    if (!keyword_style()) return fail_count(given, required, maximum);
    const uint32_t parameters = signature_.parameter_count() - hidden();
    const std::string_view name = short_name(function_);
    if (total > parameters)
      raise_type_error(thread_,
                       text(name, "() takes ", required == parameters ? "exactly" : "at most", " ",
                            parameters, " ", given == 0 ? "keyword " : "", "argument",
                            plural(parameters), " (", total, " given)"));
    else if (maximum == 0)
      raise_type_error(thread_, text(name, "() takes no positional arguments"));
    else
      raise_type_error(
          thread_, text(name, "() takes ", required < maximum ? "at most" : "exactly", " ", maximum,
                        " positional argument", plural(maximum), " (", given, " given)"));
    return false;
  }

  bool fail_too_many_keywords() {
    const uint32_t maximum = signature_.keyword_only_count();
    raise_type_error(thread_,
                     text(short_name(function_), "() takes at most ", maximum, " keyword argument",
                          plural(maximum), " (", keyword_count_, " given)"));
    return false;
  }

  bool fail_missing(uint32_t parameter) {
    const uint32_t given = given_ < hidden() ? 0 : given_ - hidden();
    const uint32_t maximum = signature_.positional_count() - hidden();
    const uint32_t required = signature_.required_positional_count() - hidden();
    if (parameter >= signature_.positional_count()) {
      raise_type_error(thread_,
                       text(short_name(function_), "() missing required keyword-only argument: '",
                            signature_.name(parameter)->view(), "'"));
      return false;
    }
    if (!keyword_style() || signature_.has_var_arguments())
      return fail_count(given, required, maximum);
    if (parameter < signature_.positional_only_count())
      raise_type_error(
          thread_,
          text(short_name(function_), "() takes ", required < maximum ? "at least" : "exactly", " ",
               required, " positional argument", plural(required), " (", given, " given)"));
    else
      raise_type_error(thread_, text(short_name(function_), "() missing required argument '",
                                     signature_.name(parameter)->view(), "' (pos ",
                                     parameter + 1 - hidden(), ")"));
    return false;
  }

  // Functions that take positional values only.
  bool fail_count(uint32_t given, uint32_t required, uint32_t maximum) {
    const bool open_ended = signature_.has_var_arguments();
    if (is_wrapper(thread_, function_) && !is_constructor(function_)) {
      // Operations of two operands and more, and the repetition of sequences, are checked by what
      // elsewhere names the function.
      const std::string_view name = function_->name->view();
      const bool repeats = is_sequence_operation(thread_, Value::cell(function_)) &&
                           (name == "__mul__" || name == "__rmul__" || name == "__imul__");
      const std::string_view blank = maximum > 1 || repeats ? " " : "";
      const uint32_t bound = given < required ? required : maximum;
      const std::string_view limit = required == maximum ? ""
                                     : given < required  ? "at least "
                                                         : "at most ";
      raise_type_error(thread_, text(blank, "expected ", limit, bound, " argument", plural(bound),
                                     ", got ", given));
      return false;
    }
    const bool exact = required == maximum && !open_ended;
    if (exact && maximum <= 1 && !is_constructor(function_) && !signature_.has_var_keywords()) {
      raise_type_error(
          thread_, text(full_name(),
                        maximum == 0 ? " takes no arguments (" : " takes exactly one argument (",
                        given, " given)"));
      return false;
    }
    const uint32_t bound = given < required ? required : maximum;
    if (signature_.has_bracketed_group()) {
      raise_type_error(thread_,
                       text(as_str(function_->module_name)->view(), ".", short_name(function_),
                            " requires ", required, " to ", maximum, " arguments"));
      return false;
    }
    if (signature_.has_nested_brackets()) {
      raise_type_error(thread_, text(short_name(function_), "() takes ",
                                     given < required ? "at least " : "at most ", bound,
                                     " argument", plural(bound), " (", given, " given)"));
      return false;
    }
    raise_type_error(thread_, text(short_name(function_), " expected ",
                                   exact              ? ""
                                   : given < required ? "at least "
                                                      : "at most ",
                                   bound, " argument", plural(bound), ", got ", given));
    return false;
  }

  std::string full_name() const {
    return weft::full_name(function_, hidden() != 0 ? values_[0] : Value::unset());
  }

  Thread& thread_;
  NativeFunction* function_;
  NativeSignature signature_;
  std::span<const Value> values_;
  Tuple* keyword_names_;
  uint32_t keyword_count_;
  uint32_t given_;  // positional ones
  Value bound_[NativeSignature::MaximumParameters];
};

constexpr uint32_t FewParameters = NativeSignature::FewParameters;

// Parses the signature.
bool prepare(Thread& thread, NativeFunction* function) {
  ValueArray* parsed = NativeSignature::parse(thread, function->declaration->signature);
  if (parsed == nullptr) return false;
  store(function, function->signature, static_cast<Cell*>(parsed));
  const NativeSignature signature(parsed);
  function->positional_count = static_cast<uint16_t>(signature.positional_count());
  function->required_count = static_cast<uint16_t>(signature.required_positional_count());
  function->parameter_count = static_cast<uint16_t>(signature.parameter_count());
  function->simple = signature.parameter_count() == signature.positional_count();
  bool can_fill = signature.parameter_count() <= FewParameters && !signature.has_var_arguments() &&
                  !signature.has_var_keywords();
  for (uint32_t i = function->required_count; i < signature.parameter_count(); ++i)
    can_fill = can_fill && signature.default_value(i);
  function->defaults = can_fill ? signature.defaults() : nullptr;
  return true;
}

// A call with positional values only, of a function that has defaults for the rest. Not inlined:
// calls that need no room should not lay any out, where the words of earlier calls would stay and
// be taken for references.
[[gnu::noinline]] Value call_with_defaults(Thread& thread, const NativeFunction* function,
                                           const Value* values, uint32_t count) {
  // All the room is written to, whatever lay there: the defaults go on with unset values.
  ValueRoom<FewParameters> room;
  Value* bound = room.data();
  std::memcpy(static_cast<void*>(bound), function->defaults, FewParameters * sizeof(Value));
  copy_arguments(bound, values, count);
  return function->code(thread, {bound, function->parameter_count});
}

bool has_defaults_for(const NativeFunction* function, uint64_t count) {
  return function->defaults != nullptr && count >= function->required_count &&
         count <= function->positional_count;
}

// Special methods that CPython declares like any other method, which their errors show.
bool is_plain_method(Kind kind, Special special) {
  switch (kind) {
    case Kind::List:
      return special == Special::GetItem;
    case Kind::Dict:
      return special == Special::GetItem || special == Special::Contains;
    case Kind::Set:
    case Kind::FrozenSet:
      return special == Special::Contains;
    default:
      return false;
  }
}

bool check_receiver(Thread& thread, NativeFunction* function, std::span<const Value> values,
                    Tuple* keyword_names) {
  const size_t given = values.size() - (keyword_names == nullptr ? 0 : keyword_names->count);
  const std::string_view name = function->name->view();
  const std::string_view owner = function->owner->name->view();
  if (given == 0) {
    raise_type_error(thread,
                     is_wrapper(thread, function)
                         ? text("descriptor '", name, "' of '", owner, "' object needs an argument")
                         : text("unbound method ", owner, ".", name, "() needs an argument"));
    return false;
  }
  if (is_subtype(class_of(thread, values[0]), function->owner)) return true;
  const std::string_view received = type_name(thread, values[0]);
  raise_type_error(thread, is_wrapper(thread, function)
                               ? text("descriptor '", name, "' requires a '", owner,
                                      "' object but received a '", received, "'")
                               : text("descriptor '", name, "' for '", owner,
                                      "' objects doesn't apply to a '", received, "' object"));
  return false;
}

bool check_class(Thread& thread, NativeFunction* function, std::span<const Value> values,
                 Tuple* keyword_names) {
  const size_t given = values.size() - (keyword_names == nullptr ? 0 : keyword_names->count);
  if (given != 0) return check_new_class(thread, values[0], function->owner) != nullptr;
  raise_type_error(thread, text(function->owner->name->view(), ".__new__(): not enough arguments"));
  return false;
}

Value bind_and_call(Thread& thread, NativeFunction* function, std::span<const Value> values,
                    Tuple* keyword_names) {
  Binder binder(thread, function, values, keyword_names);
  if (!binder.bind()) return Value::error();
  return function->code(thread, binder.arguments());
}

}  // namespace

NativeFunction* make_native_function(Thread& thread, const NativeMethod& declaration, Type* owner,
                                     Value module_name) {
  Str* name = intern(thread, declaration.name);
  if (name == nullptr) return nullptr;
  const BuiltinTypes& types = thread.isolate.types;
  Type* type = types.native_function;
  bool takes_self = false;
  if (owner != nullptr && declaration.name != "__new__") {
    if (declaration.signature.starts_with("(self")) {
      takes_self = true;
      const Special special = thread.isolate.names.find_special(name);
      type = is_operation(special) && !is_plain_method(owner->spec->instance_kind, special)
                 ? types.wrapper_descriptor
                 : types.method_descriptor;
    } else if (declaration.signature.starts_with("(cls")) {
      type = types.class_method_descriptor;
    }
  }
  auto* function = make_object<NativeFunction>(thread, type);
  if (function == nullptr) return nullptr;
  function->code = declaration.code;
  function->declaration = &declaration;
  function->name = name;
  function->module_name = module_name;
  function->owner = owner;
  function->bound_self =
      owner != nullptr && type == types.native_function ? Value::cell(owner) : Value::unset();
  function->signature = nullptr;
  function->defaults = nullptr;
  function->parameter_count = 0;
  function->positional_count = 0;
  function->required_count = 0;
  function->simple = false;
  function->takes_self = takes_self;
  function->takes_class = owner != nullptr && declaration.name == "__new__";
  return function;
}

Value call_native(Thread& thread, NativeFunction* function, std::span<const Value> values,
                  Tuple* keyword_names) {
  const Value result = begin_native(thread, function, values, keyword_names);
  if (!result && thread.leaving != Leaving::No) [[unlikely]]
    return thread.isolate.machine.wait_on_native_stack(thread);
  return result;
}

Value begin_native(Thread& thread, NativeFunction* function, std::span<const Value> values,
                   Tuple* keyword_names) {
  if (function->takes_self && !(keyword_names == nullptr && !values.empty() &&
                                class_of(thread, values[0]) == function->owner)) {
    if (!check_receiver(thread, function, values, keyword_names)) return Value::error();
  }
  if (function->takes_class && (values.empty() || values[0].as_cell() != function->owner)) {
    if (!check_class(thread, function, values, keyword_names)) return Value::error();
  }
  if (function->declaration->raw_code != nullptr) {
    return function->declaration->raw_code(thread, values, keyword_names);
  }
  if (function->signature == nullptr && !prepare(thread, function)) return Value::error();
  if (keyword_names == nullptr || keyword_names->count == 0) [[likely]] {
    if (function->simple && values.size() == function->positional_count)
      return function->code(thread, {values.data(), function->positional_count});
    if (has_defaults_for(function, values.size()))
      return call_with_defaults(thread, function, values.data(),
                                static_cast<uint32_t>(values.size()));
  }
  return bind_and_call(thread, function, values, keyword_names);
}

Value begin_native_method(Thread& thread, NativeFunction* function, const Value* values,
                          uint32_t count) {
  if (has_defaults_for(function, count)) [[likely]]
    return call_with_defaults(thread, function, values, count);
  // Raw functions have no parsed signature, but for copies that are to be checked (MethodType).
  const RawNativeCode raw_code = function->declaration->raw_code;
  if (raw_code != nullptr && function->takes_self && function->signature == nullptr)
    return raw_code(thread, {values, count}, nullptr);
  return begin_native(thread, function, {values, count}, nullptr);
}

bool add_native_functions(Thread& thread, Dict* module_namespace, Value module_name,
                          std::span<const NativeMethod> functions) {
  for (const NativeMethod& declaration : functions) {
    NativeFunction* function = make_native_function(thread, declaration, nullptr, module_name);
    if (function == nullptr ||
        !dict_set_str(thread, module_namespace, function->name, Value::cell(function)))
      return false;
  }
  return true;
}

}  // namespace weft
