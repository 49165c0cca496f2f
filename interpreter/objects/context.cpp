#include "interpreter/objects/context.h"

#include "interpreter/objects/address_text.h"
#include "interpreter/objects/dict.h"
#include "interpreter/objects/dict_views.h"
#include "interpreter/objects/errors.h"
#include "interpreter/objects/generic_alias.h"
#include "interpreter/objects/isolate.h"
#include "interpreter/objects/list.h"
#include "interpreter/objects/native.h"
#include "interpreter/objects/str.h"

namespace weft {
namespace {

Context* make_context(Thread& thread) {
  auto* context = make_object<Context>(thread, thread.isolate.types.context);
  if (context == nullptr) return nullptr;
  context->values = nullptr;
  context->is_shared = false;
  context->is_entered = false;
  return context;
}

// The values of a context for reading from outside: no later change shows in them.
Dict* frozen_values(Thread& thread, Context* context) {
  if (context->values == nullptr) {
    Dict* values = make_dict(thread);
    if (values == nullptr) return nullptr;
    store(context, context->values, values);
  }
  context->is_shared = true;
  return context->values;
}

// The values of a context for writing to.
Dict* own_values(Thread& thread, Context* context) {
  if (context->values != nullptr && !context->is_shared) return context->values;
  Dict* values =
      context->values == nullptr ? make_dict(thread) : dict_copy(thread, context->values);
  if (values == nullptr) return nullptr;
  store(context, context->values, values);
  context->is_shared = false;
  return values;
}

// Unset when the context has none.
Value value_in(Thread& thread, const Context* context, ContextVariable* variable) {
  if (context == nullptr || context->values == nullptr) return Value::unset();
  return dict_get(thread, context->values, Value::cell(variable));
}

// --- ContextVar ---------------------------------------------------------------------------------

ContextVariable* variable_of(Value value) { return value.as<ContextVariable>(); }
ContextVariable* variable_of(Arguments arguments) { return variable_of(arguments[0]); }

Value variable_new(Thread& thread, Arguments arguments) {
  if (!is_str(arguments[1])) return raise_type_error(thread, "context variable name must be a str");
  auto* variable = make_object<ContextVariable>(thread, thread.isolate.types.context_variable);
  if (variable == nullptr) return Value::error();
  variable->name = as_str(arguments[1]);
  variable->default_value = arguments[2];
  return Value::cell(variable);
}

Value variable_get(Thread& thread, Arguments arguments) {
  ContextVariable* variable = variable_of(arguments);
  const Value value = context_value(thread, variable);
  if (!value.is_unset()) return value;
  if (!arguments[1].is_unset()) return arguments[1];
  if (!variable->default_value.is_unset()) return variable->default_value;
  Str* shown = repr(thread, arguments[0]);
  return shown == nullptr ? Value::error()
                          : raise(thread, thread.isolate.exceptions.lookup_error, shown->view());
}

Value variable_set(Thread& thread, Arguments arguments) {
  ContextVariable* variable = variable_of(arguments);
  Context* context = current_context(thread);
  if (context == nullptr) return Value::error();
  const Value old_value = value_in(thread, context, variable);
  if (!old_value) return old_value;
  Dict* values = own_values(thread, context);
  if (values == nullptr || !dict_set(thread, values, arguments[0], arguments[1]))
    return Value::error();
  auto* token = make_object<ContextToken>(thread, thread.isolate.types.context_token);
  if (token == nullptr) return Value::error();
  token->context = context;
  token->variable = variable;
  token->old_value = old_value;
  token->is_used = false;
  return Value::cell(token);
}

Value variable_reset(Thread& thread, Arguments arguments) {
  const auto complain = [&](Type* type, std::string_view what) {
    Str* shown = repr(thread, arguments[1]);
    return shown == nullptr ? Value::error() : raise(thread, type, text(shown->view(), what));
  };
  if (!is_kind(arguments[1], Kind::ContextToken)) {
    Str* shown = repr(thread, arguments[1]);
    return shown == nullptr ? Value::error()
                            : raise_type_error(thread, text("expected an instance of Token, got ",
                                                            shown->view()));
  }
  auto* token = arguments[1].as<ContextToken>();
  const ExceptionTypes& exceptions = thread.isolate.exceptions;
  if (token->is_used) return complain(exceptions.runtime_error, " has already been used once");
  if (token->variable != variable_of(arguments))
    return complain(exceptions.value_error, " was created by a different ContextVar");
  Context* context = current_context(thread);
  if (context == nullptr) return Value::error();
  if (token->context != context)
    return complain(exceptions.value_error, " was created in a different Context");
  Dict* values = own_values(thread, context);
  if (values == nullptr) return Value::error();
  const bool done = token->old_value.is_unset()
                        ? static_cast<bool>(dict_remove(thread, values, arguments[0]))
                        : dict_set(thread, values, arguments[0], token->old_value);
  if (!done) return Value::error();
  token->is_used = true;
  return Value::none();
}

Value variable_repr(Thread& thread, Arguments arguments) {
  ContextVariable* variable = variable_of(arguments);
  Str* name = repr(thread, Value::cell(variable->name));
  if (name == nullptr) return Value::error();
  std::string shown = text("<ContextVar name=", name->view());
  if (!variable->default_value.is_unset()) {
    Str* fallback = repr(thread, variable->default_value);
    if (fallback == nullptr) return Value::error();
    shown += text(" default=", fallback->view());
  }
  return Value::cell(make_str(thread, text(shown, " at ", address_text(variable), ">")));
}

Value class_getitem(Thread& thread, Arguments arguments) {
  return make_generic_alias(thread, arguments[0], arguments[1]);
}

Value variable_name(Thread&, Value self) { return Value::cell(variable_of(self)->name); }

constexpr NativeMethod variable_methods[] = {
    {"__new__", "(cls, name, /, *, default=<unset>)", "Create a context variable.", variable_new},
    {"__repr__", "(self, /)", "Return repr(self).", variable_repr},
    {"get", "(self[, default=<unset>], /)",
     "The value in the current context; else the default given here; else the variable's own.",
     variable_get},
    {"set", "(self, value, /)",
     "Give the variable a value in the current context. Returns a token for reset().",
     variable_set},
    {"reset", "(self, token, /)", "Go back to what was before the set() that gave the token.",
     variable_reset},
    {"__class_getitem__", "(cls, item, /)", "Return the class parameterised by item.",
     class_getitem},
};
constexpr NativeAttribute variable_attributes[] = {
    {"name", "The variable's name.", variable_name, nullptr, AttributeForm::Member},
};

// --- Token --------------------------------------------------------------------------------------

ContextToken* token_of(Value value) { return value.as<ContextToken>(); }

Value token_new(Thread& thread, Arguments) {
  return raise_runtime_error(thread, "Tokens can only be created by ContextVars");
}

Value token_repr(Thread& thread, Arguments arguments) {
  const ContextToken* token = token_of(arguments[0]);
  Str* variable = repr(thread, Value::cell(token->variable));
  if (variable == nullptr) return Value::error();
  return Value::cell(make_str(thread, text("<Token", token->is_used ? " used" : "", " var=",
                                           variable->view(), " at ", address_text(token), ">")));
}

Value token_variable(Thread&, Value self) { return Value::cell(token_of(self)->variable); }
Value token_old_value(Thread& thread, Value self) {
  if (!token_of(self)->old_value.is_unset()) return token_of(self)->old_value;
  // The module puts this one there.
  Str* name = intern(thread, "MISSING");
  return name == nullptr
             ? Value::error()
             : get_attribute(thread, Value::cell(thread.isolate.types.context_token), name);
}

constexpr NativeMethod token_methods[] = {
    {"__new__", "(cls, /, *args, **kwargs)", "Tokens are created by ContextVar.set() only.",
     token_new},
    {"__repr__", "(self, /)", "Return repr(self).", token_repr},
    {"__class_getitem__", "(cls, item, /)", "Return the class parameterised by item.",
     class_getitem},
};
constexpr NativeAttribute token_attributes[] = {
    {"var", "The variable that was set.", token_variable, nullptr},
    {"old_value", "The value before, or Token.MISSING.", token_old_value, nullptr},
};

// --- Context ------------------------------------------------------------------------------------

Context* context_of(Arguments arguments) { return arguments[0].as<Context>(); }

Value context_new(Thread& thread, Arguments arguments) {
  if (arguments[1].as<Tuple>()->count != 0 || arguments[2].as<Dict>()->count != 0)
    return raise_type_error(thread, "Context() does not accept any arguments");
  Context* context = make_context(thread);
  return context == nullptr ? Value::error() : Value::cell(context);
}

Value context_run(Thread& thread, Arguments arguments) {
  Context* context = context_of(arguments);
  Object* before = nullptr;
  if (!enter_context(thread, context, before)) return Value::error();
  const Value result =
      call_with_dict(thread, arguments[1], arguments[2].as<Tuple>(), arguments[3].as<Dict>());
  leave_context(thread, context, before);
  return result;
}

Value context_copy(Thread& thread, Arguments arguments) {
  Context* copy = copy_context(thread, context_of(arguments));
  return copy == nullptr ? Value::error() : Value::cell(copy);
}

// The value of the key; unset when absent; error for what is no variable.
Value look_up(Thread& thread, Arguments arguments) {
  if (is_kind(arguments[1], Kind::ContextVariable))
    return value_in(thread, context_of(arguments), variable_of(arguments[1]));
  Str* shown = repr(thread, arguments[1]);
  return shown == nullptr
             ? Value::error()
             : raise_type_error(thread, text("a ContextVar key was expected, got ", shown->view()));
}

Value context_get(Thread& thread, Arguments arguments) {
  const Value value = look_up(thread, arguments);
  return value.is_unset() ? arguments[2] : value;
}
Value context_getitem(Thread& thread, Arguments arguments) {
  const Value value = look_up(thread, arguments);
  return value.is_unset() ? raise_key_error(thread, arguments[1]) : value;
}
Value context_contains(Thread& thread, Arguments arguments) {
  const Value value = look_up(thread, arguments);
  return value ? Value::boolean(!value.is_unset()) : value;
}
Value context_length(Thread&, Arguments arguments) {
  const Dict* values = context_of(arguments)->values;
  return Value::small_int(values == nullptr ? 0 : static_cast<int64_t>(values->count));
}
template <Value (*MakeView)(Thread&, Dict*)>
Value context_view(Thread& thread, Arguments arguments) {
  Dict* values = frozen_values(thread, context_of(arguments));
  return values == nullptr ? Value::error() : MakeView(thread, values);
}
Value context_iterate(Thread& thread, Arguments arguments) {
  Dict* values = frozen_values(thread, context_of(arguments));
  return values == nullptr ? Value::error() : get_iterator(thread, Value::cell(values));
}

template <bool Equal>
Value context_compare(Thread& thread, Arguments arguments) {
  if (!is_context(arguments[1])) return Value::not_implemented();
  Dict* left = frozen_values(thread, context_of(arguments));
  Dict* right = frozen_values(thread, arguments[1].as<Context>());
  if (left == nullptr || right == nullptr) return Value::error();
  const Truth same = dict_equal(thread, left, right);
  return same == Truth::Error ? Value::error() : Value::boolean((same == Truth::True) == Equal);
}

constexpr NativeMethod context_methods[] = {
    {"__new__", "(cls, /, *args, **kwargs)", "Create an empty context.", context_new},
    {"run", "(self, callable, /, *args, **kwargs)", "Call a function in this context.",
     context_run},
    {"copy", "(self, /)", "A copy of the context.", context_copy},
    {"get", "(self, key[, default=None], /)", "The value of a variable, or the default.",
     context_get},
    {"keys", "(self, /)", "The variables that have values.", context_view<make_dict_keys>},
    {"values", "(self, /)", "The values of the variables.", context_view<make_dict_values>},
    {"items", "(self, /)", "Pairs of variable and value.", context_view<make_dict_items>},
    {"__getitem__", "(self, key, /)", "Return self[key].", context_getitem},
    {"__contains__", "(self, key, /)", "Return key in self.", context_contains},
    {"__len__", "(self, /)", "Return len(self).", context_length},
    {"__iter__", "(self, /)", "Implement iter(self).", context_iterate},
    {"__eq__", "(self, value, /)", "Return self==value.", context_compare<true>},
    {"__ne__", "(self, value, /)", "Return self!=value.", context_compare<false>},
};

constexpr TypeSpec spec(std::string_view name, std::string_view doc, Kind kind, uint32_t size,
                        std::span<const NativeMethod> methods,
                        std::span<const NativeAttribute> attributes) {
  return {.name = name,
          .module = "_contextvars",
          .doc = doc,
          .instance_kind = kind,
          .instance_size = size,
          .is_base_type = false,
          .instances_have_dict = false,
          .methods = methods,
          .attributes = attributes};
}

}  // namespace

Context* current_context(Thread& thread) {
  if (thread.context == nullptr) thread.context = make_context(thread);
  return static_cast<Context*>(thread.context);
}

Context* copy_context(Thread& thread, Context* context) {
  Context* copy = make_context(thread);
  if (copy == nullptr) return nullptr;
  if (context->values != nullptr) {
    context->is_shared = true;
    copy->is_shared = true;
    store(copy, copy->values, context->values);
  }
  return copy;
}

Context* copy_current_context(Thread& thread) {
  return thread.context == nullptr ? make_context(thread)
                                   : copy_context(thread, static_cast<Context*>(thread.context));
}

bool enter_context(Thread& thread, Context* context, Object*& before) {
  if (context->is_entered) {
    Str* shown = repr(thread, Value::cell(context));
    if (shown != nullptr)
      raise_runtime_error(thread,
                          text("cannot enter context: ", shown->view(), " is already entered"));
    return false;
  }
  before = thread.context;
  context->is_entered = true;
  thread.context = context;
  return true;
}

void leave_context(Thread& thread, Context* context, Object* before) {
  context->is_entered = false;
  thread.context = before;
}

Value context_value(Thread& thread, ContextVariable* variable) {
  return value_in(thread, static_cast<Context*>(thread.context), variable);
}

const TypeSpec context_type_spec = spec("Context", "Values of context variables.", Kind::Context,
                                        sizeof(Context), context_methods, {});
const TypeSpec context_variable_type_spec =
    spec("ContextVar", "A variable with a value of its own in each context.", Kind::ContextVariable,
         sizeof(ContextVariable), variable_methods, variable_attributes);
const TypeSpec context_token_type_spec =
    spec("Token", "What ContextVar.set() returns.", Kind::ContextToken, sizeof(ContextToken),
         token_methods, token_attributes);

}  // namespace weft
