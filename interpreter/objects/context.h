// Context variables and the contexts that hold their values.
//
// A context maps variables to values. Copying one takes constant time: the copies share the dict,
// and whoever writes first makes one of its own. thread.context is the current one; it is null
// until somebody asks, which means "a new, empty one".
#pragma once

#include "interpreter/objects/object.h"

namespace weft {

struct Context : Object {
  using Object::Object;
  Dict* values;     // ContextVar -> value; null while empty
  bool is_shared;   // others read `values` too: copy before writing
  bool is_entered;  // somebody runs in it (Context.run, a task)
};

struct ContextVariable : Object {
  using Object::Object;
  Str* name;
  Value default_value;  // unset if none
};

// What ContextVar.set() returns: how to go back.
struct ContextToken : Object {
  using Object::Object;
  Context* context;
  ContextVariable* variable;
  Value old_value;  // unset: there was none
  bool is_used;
};

// The current context, made when there is none yet. Null with MemoryError pending.
[[nodiscard]] Context* current_context(Thread& thread);
[[nodiscard]] Context* copy_context(Thread& thread, Context* context);
// The copy of the current one that tasks, fibers and callbacks begin with.
[[nodiscard]] Context* copy_current_context(Thread& thread);

// Makes `context` the current one until leave_context(), which puts `before` back; `before` is
// kept by the caller. False with RuntimeError pending when it is entered already.
[[nodiscard]] bool enter_context(Thread& thread, Context* context, Object*& before);
void leave_context(Thread& thread, Context* context, Object* before);

// The value of a variable in the current context; unset when there is none there.
[[nodiscard]] Value context_value(Thread& thread, ContextVariable* variable);

inline bool is_context(Value value) { return is_kind(value, Kind::Context); }

}  // namespace weft
