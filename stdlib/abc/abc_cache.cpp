// Module _abc: instance and subclass checks of abstract base classes, which remember their answers.
//
// Each class made by ABCMeta carries a list `_abc_impl`: weak references to the registered classes,
// the versions of classes known to be subclasses, those known not to be, and the registration count
// at which the latter were gathered (a registration anywhere makes them worthless). Answers are
// kept by the version of a class, which is never used again once the class changes: so they keep
// no class alive and need no clearing when one changes or dies.
#include "interpreter/objects/dict.h"
#include "interpreter/objects/errors.h"
#include "interpreter/objects/list.h"
#include "interpreter/objects/module.h"
#include "interpreter/objects/native.h"
#include "interpreter/objects/operations.h"
#include "interpreter/objects/str.h"
#include "interpreter/objects/type.h"
#include "interpreter/objects/weak_reference.h"
#include "stdlib/module_state.h"
#include "stdlib/native_modules.h"

namespace weft {
namespace {

// Answers kept per class before all are forgotten: classes that change all the time leave behind
// answers nobody can ask for.
constexpr uint64_t MostAnswers = 1024;

struct AbcState final : runtime::RootSource {
  void trace_roots(runtime::Marker& marker) override { marker.mark(impl_name); }
  Str* impl_name = nullptr;
  int64_t registrations = 0;
};

enum ImplPart : uint32_t { Registry, Known, KnownNot, Registrations, ImplPartCount };

// The `_abc_impl` of a class itself; null with TypeError pending.
List* impl_of(Thread& thread, Value cls) {
  const AbcState& state = module_state<AbcState>(thread.isolate);
  if (is_type(cls)) {
    const Value impl = dict_get_str(as_type(cls)->dict, state.impl_name);
    if (is_exactly(impl, Kind::List) && impl.as<List>()->count == ImplPartCount) {
      return impl.as<List>();
    }
  }
  raise_type_error(thread, "_abc_impl is set to a wrong type");
  return nullptr;
}

Dict* answers(List* impl, ImplPart part) { return impl->items->values[part].as<Dict>(); }

Truth has_answer(Thread& thread, List* impl, ImplPart part, const Type* type) {
  Dict* dict = answers(impl, part);
  if (dict->count == 0) return Truth::False;
  return dict_contains(thread, dict, Value::small_int(static_cast<int64_t>(type->version)));
}

bool add_answer(Thread& thread, List* impl, ImplPart part, const Type* type) {
  Dict* dict = answers(impl, part);
  if (dict->count >= MostAnswers) dict_clear(thread, dict);
  return dict_set(thread, dict, Value::small_int(static_cast<int64_t>(type->version)),
                  Value::boolean(true));
}

// Forgets what was not a subclass if there have been registrations since.
void renew_known_not(Thread& thread, List* impl, const AbcState& state) {
  Value& registrations = impl->items->values[Registrations];
  if (registrations == Value::small_int(state.registrations)) return;
  dict_clear(thread, answers(impl, KnownNot));
  registrations = Value::small_int(state.registrations);
}

// Whether `type` is a subclass of a live class among the weak references.
Truth is_subclass_of_any(Thread& thread, Type* type, List* references) {
  List* copy = make_list(thread, references->values());
  if (copy == nullptr) return Truth::Error;
  for (uint64_t i = 0; i < copy->count; ++i) {
    Object* target = copy->items->values[i].as<WeakReference>()->target_object();
    if (target == nullptr) continue;
    const Truth answer = is_subclass(thread, Value::cell(type), Value::cell(target));
    if (answer != Truth::False) return answer;
  }
  return Truth::False;
}

// The whole question, without what is remembered.
Truth find_answer(Thread& thread, Type* cls, List* impl, Type* type) {
  const Value hook = call_method(thread, Value::cell(cls), "__subclasshook__", {Value::cell(type)});
  if (!hook) return Truth::Error;
  if (!hook.is_not_implemented()) return truth(thread, hook);
  if (is_subtype(type, cls)) return Truth::True;
  const Truth registered =
      is_subclass_of_any(thread, type, impl->items->values[Registry].as<List>());
  if (registered != Truth::False || cls->subclasses == nullptr) return registered;
  return is_subclass_of_any(thread, type, cls->subclasses);
}

Truth check_type(Thread& thread, Value cls, Type* type) {
  AbcState& state = module_state<AbcState>(thread.isolate);
  List* impl = impl_of(thread, cls);
  if (impl == nullptr) return Truth::Error;
  if (has_answer(thread, impl, Known, type) == Truth::True) return Truth::True;
  renew_known_not(thread, impl, state);
  if (has_answer(thread, impl, KnownNot, type) == Truth::True) return Truth::False;
  const Truth answer = find_answer(thread, as_type(cls), impl, type);
  if (answer == Truth::Error) return answer;
  const ImplPart part = answer == Truth::True ? Known : KnownNot;
  return add_answer(thread, impl, part, type) ? answer : Truth::Error;
}

Value to_value(Truth answer) {
  return answer == Truth::Error ? Value::error() : Value::boolean(answer == Truth::True);
}

Value abc_subclasscheck(Thread& thread, Arguments arguments) {
  if (!is_type(arguments[1])) {
    return raise_type_error(thread, "issubclass() arg 1 must be a class");
  }
  return to_value(check_type(thread, arguments[0], as_type(arguments[1])));
}

Value abc_instancecheck(Thread& thread, Arguments arguments) {
  const Value instance = arguments[1];
  Type* type = class_of(thread, instance);
  const Value shown = get_attribute(thread, instance, thread.isolate.names.__class__);
  if (!shown) return shown;
  if (shown != Value::cell(type) && is_type(shown)) {
    const Truth answer = is_subclass(thread, shown, arguments[0]);
    if (answer != Truth::False) return to_value(answer);
  }
  // A class that overrides __subclasscheck__ is asked.
  const Value check = find_special(thread, arguments[0], Special::SubclassCheck);
  if (is_kind(check, Kind::NativeFunction)) {
    return to_value(check_type(thread, arguments[0], type));
  }
  return to_value(is_subclass(thread, Value::cell(type), arguments[0]));
}

Value abc_register(Thread& thread, Arguments arguments) {
  const Value cls = arguments[0];
  const Value added = arguments[1];
  if (!is_type(added)) return raise_type_error(thread, "Can only register classes");
  const Truth known = is_subclass(thread, added, cls);
  if (known == Truth::Error) return Value::error();
  if (known == Truth::True) return added;
  const Truth reverse = is_subclass(thread, cls, added);
  if (reverse == Truth::Error) return Value::error();
  if (reverse == Truth::True) {
    return raise_runtime_error(thread, "Refusing to create an inheritance cycle");
  }
  List* impl = impl_of(thread, cls);
  if (impl == nullptr) return Value::error();
  WeakReference* reference = make_weak_reference(thread, added.as<Object>());
  if (reference == nullptr ||
      !list_append(thread, impl->items->values[Registry].as<List>(), Value::cell(reference))) {
    return Value::error();
  }
  ++module_state<AbcState>(thread.isolate).registrations;
  return added;
}

Value abc_get_cache_token(Thread& thread, Arguments) {
  return Value::small_int(module_state<AbcState>(thread.isolate).registrations);
}

constexpr NativeMethod checks[] = {
    {"__instancecheck__", "(self, instance, /)", "Whether isinstance(instance, self).",
     abc_instancecheck},
    {"__subclasscheck__", "(self, subclass, /)", "Whether issubclass(subclass, self).",
     abc_subclasscheck},
};

// Gives ABCMeta its checks.
Value abc_install_checks(Thread& thread, Arguments arguments) {
  if (!is_type(arguments[0])) return raise_type_error(thread, "a class is required");
  for (const NativeMethod& declaration : checks) {
    NativeFunction* function =
        make_native_function(thread, declaration, as_type(arguments[0]), Value::none());
    if (function == nullptr ||
        !set_type_attribute(thread, as_type(arguments[0]), function->name, Value::cell(function))) {
      return Value::error();
    }
  }
  return Value::none();
}

constexpr NativeMethod functions[] = {
    {"get_cache_token", "()", "A number that grows with each registration of a class.",
     abc_get_cache_token},
    {"register", "(cls, subclass, /)", "Take subclass in as a virtual subclass of cls.",
     abc_register},
    {"install_checks", "(metaclass, /)", "Give ABCMeta its instance and subclass checks.",
     abc_install_checks},
};

}  // namespace

bool fill_abc(Thread& thread, Module* module) {
  AbcState& state = module_state<AbcState>(thread.isolate);
  state.impl_name = intern(thread, "_abc_impl");
  const Value module_name = dict_get_str(module->dict, thread.isolate.names.__name__);
  return state.impl_name != nullptr &&
         add_native_functions(thread, module->dict, module_name, functions);
}

}  // namespace weft
