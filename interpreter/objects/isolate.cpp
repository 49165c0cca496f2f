#include "interpreter/objects/isolate.h"

#include <cstdio>
#include <cstdlib>

#include "interpreter/objects/attribute_cache.h"
#include "interpreter/objects/bootstrap.h"
#include "interpreter/objects/bytes.h"
#include "interpreter/objects/dict.h"
#include "interpreter/objects/exception.h"
#include "interpreter/objects/greenlet.h"
#include "interpreter/objects/hub.h"
#include "interpreter/objects/list.h"
#include "interpreter/objects/lost_failures.h"
#include "interpreter/objects/native_stack.h"
#include "interpreter/objects/shape.h"
#include "interpreter/objects/source_lines.h"
#include "interpreter/objects/str.h"
#include "interpreter/objects/str_intern.h"
#include "interpreter/objects/unstarted_coroutines.h"
#include "interpreter/objects/weak_reference_table.h"

namespace weft {
namespace {

// The few objects everybody refers to.
bool make_singletons(Isolate& isolate, Thread& thread) {
  isolate.empty_tuple = make_object<Tuple>(thread, isolate.types.tuple);
  if (isolate.empty_tuple == nullptr) return false;
  isolate.empty_tuple->count = 0;
  auto* bytes = make_object<Bytes>(thread, isolate.types.bytes, 1);
  if (bytes == nullptr) return false;
  bytes->count = 0;
  bytes->hash = 0;
  bytes->bytes[0] = 0;
  isolate.empty_bytes = bytes;
  isolate.empty_str = intern(thread, "");
  return isolate.empty_str != nullptr && intern_names(thread);
}

bool boot(Isolate& isolate, Thread& thread) {
  if (!bootstrap_layouts(thread) || !make_singletons(isolate, thread) || !bootstrap_types(thread))
    return false;
  isolate.builtins = make_dict(thread, 256);
  isolate.modules = make_dict(thread, 16);
  if (isolate.builtins == nullptr || isolate.modules == nullptr) return false;
  isolate.memory_error =
      make_exception(thread, isolate.exceptions.memory_error, isolate.empty_tuple);
  return isolate.memory_error != nullptr && make_main_fiber(thread);
}

}  // namespace

// Fibers get as deep in native calls as the usual recursion limit allows.
constexpr runtime::NativeStackPoolOptions FiberStacks = {.stack_bytes =
                                                             4 * runtime::DefaultNativeStackBytes};

Isolate::Isolate(const IsolateOptions& isolate_options)
    : options(isolate_options),
      heap(isolate_options.heap),
      intern_table(std::make_unique<InternTable>()),
      attribute_cache(std::make_unique<AttributeCache>()),
      weak_references(std::make_unique<WeakReferenceTable>()),
      source_lines(std::make_unique<SourceLines>()),
      unstarted_coroutines(std::make_unique<UnstartedCoroutines>()),
      recursion_limit(isolate_options.recursion_limit),
      native_stacks(FiberStacks),
      main_thread(std::make_unique<Thread>(*this)) {
  const NativeStackBounds stack = current_native_stack();
  heap.set_native_stack_base(stack.base);
  main_thread->native_stack_limit = stack.limit;
  threads.push_back(main_thread.get());
  // The kind of internals is known to the heap before anything is allocated.
  register_object_kinds(heap);
  register_fiber_kinds(heap);
  register_number_kinds(heap);
  register_text_kinds(heap);
  register_container_kinds(heap);
  heap.add_root_source(this);
  if (!boot(*this, *main_thread)) {
    // Without its types an isolate can not even report an error.
    std::fputs("weft: not enough memory to start an interpreter\n", stderr);
    std::abort();
  }
}

Isolate::~Isolate() {
  // The heap goes last: what its cells are destroyed with then may ask this, and nothing else here.
  is_ending = true;
  heap.remove_root_source(this);
}

void Isolate::trace_roots(runtime::Marker& marker) {
  for (const auto& gone : threads_gone) gone->is_referred_to = false;
  trace_types(*this, marker);
  for (Str* name : names.special) marker.mark(name);
#define NAME(identifier) marker.mark(names.identifier);
#define NAME_AS(member, text) marker.mark(names.member);
#include "interpreter/objects/names.def"
#undef NAME
#undef NAME_AS
  for (Str* character : char_strings) marker.mark(character);
  marker.mark(empty_str);
  marker.mark(empty_tuple);
  marker.mark(empty_bytes);
  marker.mark(empty_frozen_set);
  marker.mark(bound_native_shape);
  marker.mark(memory_error);
  marker.mark(builtins);
  marker.mark(modules);
  marker.mark(sys);
  for (const Thread* thread : threads) {
    marker.mark(thread->pending);
    marker.mark(thread->handled);
    marker.mark(thread->fiber);
    marker.mark(thread->main_fiber);
    marker.mark(thread->switch_target);
    thread->hub->trace(marker);
    marker.mark(thread->async_generator_first_iteration);
    marker.mark(thread->async_generator_finalizer);
    marker.mark(thread->context);
    marker.mark(thread->event_loop);
  }
  native_stacks.for_each_parked([&](runtime::NativeStack& stack) {
    marker.mark_conservatively(stack.saved_stack_pointer(), stack.base());
  });
  for (WeakReference* reference : weak_references->due) marker.mark(reference);
  for (runtime::RootSource* source : extra_roots) source->trace_roots(marker);
}

void Isolate::before_finalizing(runtime::Heap& marked_heap) {
  unstarted_coroutines->register_dead(marked_heap);
}

void Isolate::after_marking(runtime::Heap& marked_heap) {
  // Its keys are addresses of names, which may die and be given to others.
  *attribute_cache = AttributeCache{};
  intern_table->drop_dead(marked_heap);
  attribute_cache->drop_dead(marked_heap);
  weak_references->clear_dead(marked_heap);
  drop_dead_failures(*this, marked_heap);
  for (runtime::RootSource* source : extra_roots) source->after_marking(marked_heap);
  std::erase_if(threads_gone, [](const auto& gone) { return !gone->is_referred_to; });
  if (!weak_references->due.empty() || marked_heap.has_finalizable())
    for (Thread* thread : threads)
      thread->safepoint_requests.fetch_or(Thread::FinalizersDue, std::memory_order_relaxed);
}

void raise_out_of_memory(Thread& thread) {
  Exception* error = thread.isolate.memory_error;
  // The one instance serves many times; what an earlier raise left on it is not this one's.
  if (error != nullptr && thread.handled != error) {
    error->traceback = nullptr;
    error->context = nullptr;
    error->cause = nullptr;
    error->suppress_context = false;
  }
  thread.pending = error;
  thread.isolate.heap.open_reserve();
}

}  // namespace weft
