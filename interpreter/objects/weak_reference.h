// Weak references and proxies.
//
// A reference holds its target in a word the collector does not follow; after each marking the
// table of weak references (weak_reference_table.h) clears those whose target died and queues their
// callbacks, which run at the next safepoint.
#pragma once

#include "interpreter/objects/object.h"

namespace weft {

struct WeakReference : Object {  // kinds WeakReference and WeakProxy
  using Object::Object;
  Cell* target;    // null once dead
  Value callback;  // None if there is none
  int64_t hash;    // of the target, once asked for
  bool has_hash;
  WeakReference* next;  // next reference to the same target; owned by the table, not traced

  Object* target_object() const { return static_cast<Object*>(target); }
};

// An existing reference without callback is used again, as weakref.ref does.
[[nodiscard]] WeakReference* make_weak_reference(Thread& thread, Object* target);
[[nodiscard]] Value make_weak_proxy(Thread& thread, Object* target, Value callback);
// weakref.getweakrefcount and getweakrefs.
uint32_t count_weak_references(Thread& thread, Object* target);
[[nodiscard]] List* list_weak_references(Thread& thread, Object* target);

// Runs what collections left to do: callbacks of dead weak references and __del__ of unreachable
// objects. Exceptions in them are reported through sys.unraisablehook, never raised. For
// safepoints.
void run_pending_finalizers(Thread& thread);
// The program ends: the same for __del__ of all objects that are left.
void run_all_finalizers(Thread& thread);
bool has_pending_finalizers(Thread& thread);

}  // namespace weft
