#include "interpreter/objects/thread_local.h"

#include <algorithm>

#include "interpreter/objects/call.h"
#include "interpreter/objects/dict.h"
#include "interpreter/objects/errors.h"
#include "interpreter/objects/function.h"
#include "interpreter/objects/instance.h"
#include "interpreter/objects/isolate.h"
#include "interpreter/objects/list.h"
#include "interpreter/objects/native.h"
#include "interpreter/objects/operations.h"
#include "interpreter/objects/shape.h"
#include "interpreter/objects/str.h"
#include "interpreter/objects/type.h"

namespace weft {

namespace {

bool has_own_initialiser(Thread& thread, const Type* type) {
  constexpr auto Init = static_cast<int>(Special::Init);
  return type->specials[Init] != thread.isolate.types.object->specials[Init];
}

// How errors name the class.
std::string_view shown_class(Thread& thread, const Object* object) {
  return object->type() == thread.isolate.types.thread_locals ? "_thread._local"
                                                              : object->type()->name->view();
}

// Forgets what threads had that are no more.
bool drop_ended(Thread& thread, ThreadLocal* local) {
  const std::vector<Thread*>& threads = thread.isolate.threads;
  if (local->sets->count < threads.size()) return true;
  List* ended = make_list(thread);
  if (ended == nullptr) return false;
  uint64_t position = 0;
  Value key;
  Value value;
  while (dict_next(local->sets, position, key, value)) {
    const bool is_alive = std::any_of(threads.begin(), threads.end(), [&](const Thread* other) {
      return Value::small_int(other->number) == key;
    });
    if (!is_alive && !list_append(thread, ended, key)) return false;
  }
  for (uint64_t i = 0; i < ended->count; ++i)
    if (!dict_remove(thread, local->sets, ended->items->values[i])) return false;
  return true;
}

// The first use in this thread: an empty set, and what a subclass does about it.
bool begin_set(Thread& thread, ThreadLocal* local) {
  const Value key = Value::small_int(thread.number);
  Dict* set = make_dict(thread);
  if (set == nullptr || !drop_ended(thread, local) ||
      !dict_set(thread, local->sets, key, Value::cell(set)) ||
      !set_instance_dict(thread, local, set)) {
    return false;
  }
  if (!has_own_initialiser(thread, local->type())) return true;
  const Value initialise = find_special(thread, Value::cell(local), Special::Init);
  const Value bound = make_bound_method(thread, initialise, Value::cell(local));
  if (bound && call_with_dict(thread, bound, local->arguments, local->keywords)) return true;
  Exception* failure = take_pending(thread);
  static_cast<void>(static_cast<bool>(dict_remove(thread, local->sets, key)));
  thread.pending = failure;
  return false;
}

// Makes the thread's attributes the object's.
bool enter(Thread& thread, ThreadLocal* local) {
  const Value set = dict_get(thread, local->sets, Value::small_int(thread.number));
  if (set.is_unset()) return begin_set(thread, local);
  if (local->overflow == set.as_cell() && local->shape()->is_dictionary) return true;
  return set_instance_dict(thread, local, set.as<Dict>());
}

ThreadLocal* self_of(Arguments arguments) { return arguments[0].as<ThreadLocal>(); }

Value local_new(Thread& thread, Arguments arguments) {
  Type* type = as_type(arguments[0]);
  auto* given = arguments[1].as<Tuple>();
  auto* keywords = arguments[2].as<Dict>();
  if ((given->count != 0 || keywords->count != 0) && !has_own_initialiser(thread, type))
    return raise_type_error(thread, "Initialization arguments are not supported");
  auto* local = new_instance<ThreadLocal>(thread, type);
  if (local == nullptr) return Value::error();
  local->sets = nullptr;
  local->arguments = given;
  local->keywords = keywords;
  Dict* sets = make_dict(thread);
  if (sets == nullptr) return Value::error();
  store(local, local->sets, sets);
  // The class's call runs __init__ in this thread.
  Dict* set = make_dict(thread);
  if (set == nullptr ||
      !dict_set(thread, sets, Value::small_int(thread.number), Value::cell(set)) ||
      !set_instance_dict(thread, local, set)) {
    return Value::error();
  }
  return Value::cell(local);
}

Value raise_absent(Thread& thread, Object* object, Str* name) {
  return raise_attribute_error(
      thread, Value::cell(object), name,
      text("'", shown_class(thread, object), "' object has no attribute '", name->view(), "'"));
}

Value local_getattribute(Thread& thread, Arguments arguments) {
  Str* name = attribute_name(thread, arguments[1]);
  if (name == nullptr || !enter(thread, self_of(arguments))) return Value::error();
  const Value found = find_generic_attribute(thread, arguments[0], name);
  return found.is_unset() ? raise_absent(thread, self_of(arguments), name) : found;
}

// False with AttributeError pending for __dict__.
bool may_be_set(Thread& thread, Object* self, Str* name) {
  if (name != thread.isolate.names.__dict__) return true;
  raise_attribute_error(
      thread, Value::cell(self), name,
      text("'", shown_class(thread, self), "' object attribute '", name->view(), "' is read-only"));
  return false;
}

Value local_setattr(Thread& thread, Arguments arguments) {
  Str* name = attribute_name(thread, arguments[1]);
  if (name == nullptr || !may_be_set(thread, self_of(arguments), name) ||
      !enter(thread, self_of(arguments)) ||
      !set_generic_attribute(thread, arguments[0], name, arguments[2])) {
    return Value::error();
  }
  return Value::none();
}

Value local_delattr(Thread& thread, Arguments arguments) {
  ThreadLocal* self = self_of(arguments);
  Str* name = attribute_name(thread, arguments[1]);
  if (name == nullptr || !may_be_set(thread, self, name) || !enter(thread, self))
    return Value::error();
  if (type_lookup(thread, self->type(), name).is_unset() &&
      find_own_attribute(self, name).is_unset()) {
    return raise_absent(thread, self, name);
  }
  return set_generic_attribute(thread, arguments[0], name, Value::unset()) ? Value::none()
                                                                           : Value::error();
}

constexpr NativeMethod methods[] = {
    {"__new__", "(cls, /, *args, **kwargs)", "Create an object.", local_new},
    {"__getattribute__", "(self, name, /)", "Return getattr(self, name).", local_getattribute},
    {"__setattr__", "(self, name, value, /)", "Implement setattr(self, name, value).",
     local_setattr},
    {"__delattr__", "(self, name, /)", "Implement delattr(self, name).", local_delattr},
};

}  // namespace

const TypeSpec thread_locals_type_spec = {
    .name = "_local",
    .module = "_thread",
    .doc = "An object whose attributes are another set in each thread.",
    .instance_kind = Kind::ThreadLocal,
    .instance_size = sizeof(ThreadLocal),
    .is_base_type = true,
    .instances_have_dict = true,
    .methods = methods,
    .attributes = {},
};

}  // namespace weft
