// isinstance and issubclass.
#include "interpreter/objects/call.h"
#include "interpreter/objects/errors.h"
#include "interpreter/objects/generic_alias.h"
#include "interpreter/objects/isolate.h"
#include "interpreter/objects/list.h"
#include "interpreter/objects/operations.h"
#include "interpreter/objects/recursion.h"
#include "interpreter/objects/type.h"

namespace weft {
namespace {

Value special_of(const Type* type, Special special) {
  return type->specials[static_cast<int>(special)];
}

bool has_default_check(Thread& thread, Value candidate, Special special) {
  return is_type(candidate) && special_of(candidate.as<Object>()->type(), special) ==
                                   special_of(thread.isolate.types.type, special);
}

// The `__bases__` of something that is no class but pretends to be; null when it has none (failed
// tells whether an exception is pending).
Tuple* bases_of(Thread& thread, Value candidate, bool& failed) {
  const Value bases = find_attribute(thread, candidate, thread.isolate.names.__bases__);
  failed = !bases;
  return !failed && is_tuple(bases) ? bases.as<Tuple>() : nullptr;
}

bool check_class(Thread& thread, Value candidate, std::string_view message) {
  bool failed;
  if (bases_of(thread, candidate, failed) != nullptr) return true;
  if (!failed) raise_type_error(thread, message);
  return false;
}

// By __bases__ alone.
Truth derives_from(Thread& thread, Value derived, Value base) {
  if (derived == base) return Truth::True;
  if (!thread.check_native_stack()) return Truth::Error;
  bool failed;
  const Tuple* bases = bases_of(thread, derived, failed);
  if (failed) return Truth::Error;
  if (bases == nullptr) return Truth::False;
  for (const Value entry : bases->view()) {
    const Truth found = derives_from(thread, entry, base);
    if (found != Truth::False) return found;
  }
  return Truth::False;
}

}  // namespace

Truth default_is_instance(Thread& thread, Value object, Value candidate) {
  Type* type = class_of(thread, object);
  const BuiltinTypes& types = thread.isolate.types;
  Str* name = thread.isolate.names.__class__;
  if (is_type(candidate) && is_subtype(type, as_type(candidate))) return Truth::True;
  if (!is_type(candidate) &&
      !check_class(thread, candidate,
                   "isinstance() arg 2 must be a type, a tuple of types, or a union"))
    return Truth::Error;
  // Proxies claim to be of another class.
  if (!type->has_getattribute && !type->has_getattr &&
      type_lookup(thread, type, name) == type_lookup(thread, types.object, name) &&
      is_type(candidate))
    return Truth::False;
  const Value claimed = find_attribute(thread, object, name);
  if (!claimed) return Truth::Error;
  if (claimed.is_unset()) return Truth::False;
  if (is_type(candidate))
    return to_truth(is_type(claimed) && is_subtype(as_type(claimed), as_type(candidate)));
  return derives_from(thread, claimed, candidate);
}

Truth default_is_subclass(Thread& thread, Value derived, Value candidate) {
  if (is_type(derived) && is_type(candidate))
    return to_truth(is_subtype(as_type(derived), as_type(candidate)));
  if (!check_class(thread, derived, "issubclass() arg 1 must be a class") ||
      !check_class(thread, candidate,
                   "issubclass() arg 2 must be a class, a tuple of classes, or a union"))
    return Truth::Error;
  return derives_from(thread, derived, candidate);
}

Truth is_instance(Thread& thread, Value object, Value class_or_tuple) {
  if (is_type(class_or_tuple) && class_of(thread, object) == as_type(class_or_tuple))
    return Truth::True;
  if (has_default_check(thread, class_or_tuple, Special::InstanceCheck))
    return default_is_instance(thread, object, class_or_tuple);
  if (is_tuple(class_or_tuple)) {
    if (!check_native_stack(thread, InInstanceCheck)) return Truth::Error;
    for (const Value entry : class_or_tuple.as<Tuple>()->view()) {
      const Truth found = is_instance(thread, object, entry);
      if (found != Truth::False) return found;
    }
    return Truth::False;
  }
  const Value method = find_special(thread, class_or_tuple, Special::InstanceCheck);
  if (method.is_unset()) return default_is_instance(thread, object, class_or_tuple);
  const Value answer = call_raw(thread, method, class_or_tuple, {&object, 1}, nullptr);
  return answer ? truth(thread, answer) : Truth::Error;
}

Truth is_subclass(Thread& thread, Value derived, Value class_or_tuple) {
  if (has_default_check(thread, class_or_tuple, Special::SubclassCheck))
    return default_is_subclass(thread, derived, class_or_tuple);
  if (is_tuple(class_or_tuple)) {
    if (!check_native_stack(thread, InSubclassCheck)) return Truth::Error;
    for (const Value entry : class_or_tuple.as<Tuple>()->view()) {
      const Truth found = is_subclass(thread, derived, entry);
      if (found != Truth::False) return found;
    }
    return Truth::False;
  }
  const Value method = find_special(thread, class_or_tuple, Special::SubclassCheck);
  if (method.is_unset()) return default_is_subclass(thread, derived, class_or_tuple);
  const Value answer = call_raw(thread, method, class_or_tuple, {&derived, 1}, nullptr);
  return answer ? truth(thread, answer) : Truth::Error;
}

}  // namespace weft
