#include "interpreter/objects/unstarted_coroutines.h"

#include <new>

#include "interpreter/objects/errors.h"
#include "interpreter/objects/isolate.h"
#include "interpreter/objects/lost_failures.h"
#include "interpreter/objects/operations.h"
#include "interpreter/objects/str.h"
#include "interpreter/objects/unraisable.h"

namespace weft {

namespace {

bool warn(Thread& thread, Generator* coroutine) {
  Value file = Value::none();
  Value line = Value::none();
  if (is_kind(coroutine->attachment, Kind::Code)) {
    const Code* caller = coroutine->attachment.as<Code>();
    file = Value::cell(caller->filename);
    line = Value::small_int(
        line_at(caller, static_cast<uint32_t>(coroutine->frame.return_pc - caller->instructions)));
  }
  const Value warnings = import_by_name(thread, "warnings");
  // A host may keep modules away.
  if (!warnings) return clear_pending_if(thread, thread.isolate.exceptions.import_error);
  return static_cast<bool>(call_method(thread, warnings, "_warn_unawaited_coroutine",
                                       {Value::cell(coroutine), file, line}));
}

}  // namespace

void UnstartedCoroutines::append(Generator* coroutine) noexcept {
  try {
    coroutines_.push_back(coroutine);
  } catch (const std::bad_alloc&) {
  }
}

void UnstartedCoroutines::register_dead(runtime::Heap& heap) {
  std::erase_if(coroutines_, [&](Generator* coroutine) {
    if (coroutine->state != GeneratorState::Created) return true;
    if (heap.is_live(coroutine)) return false;
    heap.set_finalizable(coroutine);
    return true;
  });
}

void UnstartedCoroutines::register_all(runtime::Heap& heap) {
  for (Generator* coroutine : coroutines_) heap.set_finalizable(coroutine);
  coroutines_.clear();
}

void warn_never_awaited(Thread& thread, Generator* coroutine) {
  if (coroutine->state != GeneratorState::Created) return;
  if (!warn(thread, coroutine)) report_unraisable(thread, Value::cell(coroutine));
}

}  // namespace weft
