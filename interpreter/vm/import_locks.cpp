#include "interpreter/vm/import_locks.h"

#include "interpreter/objects/errors.h"
#include "interpreter/objects/hub.h"
#include "interpreter/objects/lock.h"
#include "interpreter/vm/fibers.h"

namespace weft {

namespace {

template <class Link>
void unlink(Link*& first, const Link* link) {
  Link** place = &first;
  while (*place != link) place = &(*place)->next;
  *place = link->next;
}

ImportUnderWay* find(const ImportsUnderWay& imports, const Str* name) {
  ImportUnderWay* entry = imports.first;
  while (entry != nullptr && entry->name != name) entry = entry->next;
  return entry;
}

// Whether `owner` waits, over however many others, for an import of `waiting`.
bool waits_for(const ImportsUnderWay& imports, const Fiber* owner, const Fiber* waiting) {
  const ImportWait* wait = imports.first_wait;
  while (wait != nullptr) {
    if (wait->who != owner) {
      wait = wait->next;
      continue;
    }
    if (wait->for_whom == waiting) return true;
    owner = wait->for_whom;
    wait = imports.first_wait;
  }
  return false;
}

bool acquire_here(Thread& thread, Lock* lock) {
  Value acquired = acquire_lock(thread, lock, {});
  if (!acquired && thread.leaving != Leaving::No) acquired = wait_on_native_stack(thread);
  return static_cast<bool>(acquired);
}

}  // namespace

ImportScope::ImportScope(Thread& thread, ImportsUnderWay& imports, Str* name)
    : thread_(thread),
      imports_(imports),
      entry_{name, owner_of_locks(thread), make_lock(thread), nullptr} {
  if (entry_.lock == nullptr) return;
  // Nobody else has it: this does not wait.
  static_cast<void>(acquire_here(thread, entry_.lock));
  entry_.next = imports.first;
  imports.first = &entry_;
}

ImportScope::~ImportScope() {
  if (entry_.lock == nullptr) return;
  unlink(imports_.first, &entry_);
  Exception* pending = thread_.pending;
  static_cast<void>(release_lock(thread_, entry_.lock));
  thread_.pending = pending;
}

bool wait_for_import(Thread& thread, ImportsUnderWay& imports, Str* name) {
  Fiber* self = owner_of_locks(thread);
  while (ImportUnderWay* entry = find(imports, name)) {
    if (entry->owner == self || waits_for(imports, entry->owner, self)) return true;
    Lock* lock = entry->lock;
    ImportWait wait{self, entry->owner, imports.first_wait};
    imports.first_wait = &wait;
    const bool acquired = acquire_here(thread, lock);
    unlink(imports.first_wait, &wait);
    if (!acquired || !release_lock(thread, lock)) return false;
  }
  return true;
}

}  // namespace weft
