#include "interpreter/vm/reports.h"

#include <algorithm>
#include <vector>

#include "interpreter/objects/address_text.h"
#include "interpreter/objects/channel.h"
#include "interpreter/objects/dict.h"
#include "interpreter/objects/errors.h"
#include "interpreter/objects/frame.h"
#include "interpreter/objects/function.h"
#include "interpreter/objects/hub.h"
#include "interpreter/objects/isolate.h"
#include "interpreter/objects/lock.h"
#include "interpreter/objects/lost_failures.h"
#include "interpreter/objects/module.h"
#include "interpreter/objects/operations.h"
#include "interpreter/objects/shape.h"
#include "interpreter/objects/str.h"
#include "interpreter/objects/str_intern.h"
#include "interpreter/objects/type.h"

namespace weft {

namespace {

const Frame* innermost_frame(const Fiber* fiber) {
  return fiber->thread->fiber == fiber ? fiber->thread->frame : fiber->frame;
}

// The innermost frame outside of the library; null for none.
const Frame* user_frame(const Frame* frame) {
  while (frame != nullptr && is_library(frame->code)) frame = frame->caller;
  return frame;
}

// The frame of the library function that code outside of it called; null for none.
const Frame* library_call(const Frame* frame) {
  const Frame* found = nullptr;
  for (; frame != nullptr && is_library(frame->code); frame = frame->caller) found = frame;
  return found;
}

// The attribute as it stands in the object itself; unset if there is none.
Value own_attribute(Thread& thread, Value object, std::string_view name) {
  Str* key = intern(thread, name);
  if (key == nullptr || !is_kind(object, Kind::Instance)) {
    thread.pending = nullptr;
    return Value::unset();
  }
  return find_own_attribute(object.as<Object>(), key);
}

class Report {
 public:
  explicit Report(Thread& thread) : thread_(thread) {}

  std::string dump() {
    for (const Thread* each : thread_.isolate.threads) {
      emit(text(thread_label(each), each == &thread_ ? " (running)" : "", "\n"));
      std::vector<Fiber*> fibers = fibers_of(each);
      for (Fiber* fiber : fibers) write_fiber(fiber);
    }
    return std::move(out_);
  }

  std::string stall() {
    Fiber* fiber = thread_.fiber;
    emit(text("watchdog: ", label(fiber), " has kept others waiting for more than ",
              thread_.isolate.main_thread->hub->stall_milliseconds, " ms\n"));
    if (const Frame* frame = user_frame(innermost_frame(fiber))) write_place(frame, "");
    return std::move(out_);
  }

  std::string deadlock() {
    emit("deadlock: nothing can go on, everybody waits\n");
    std::vector<Fiber*> waiting;
    for (const Thread* each : thread_.isolate.threads) {
      for (Fiber* fiber : fibers_of(each)) {
        if (fiber->state == FiberState::Parked && fiber->has_begun) waiting.push_back(fiber);
      }
    }
    size_t shown = 0;
    for (Fiber* fiber : waiting) {
      if (shown++ == MostShown) {
        emit(text("\n… and ", waiting.size() - MostShown, " more\n"));
        break;
      }
      emit("\n");
      write_blocked(fiber);
    }
    write_circle(waiting);
    return std::move(out_);
  }

 private:
  static constexpr size_t MostShown = 50;

  struct Wait {
    std::string what;            // "lock 1", "task f to end"
    Fiber* holder = nullptr;     // who could end it; null: unknown, or anybody
    const Lock* lock = nullptr;  // to tell where it was acquired
  };

  void emit(std::string_view part) { out_ += part; }

  // --- Names

  std::string thread_label(const Thread* each) {
    if (each == thread_.isolate.main_thread.get()) return "main thread";
    const Value shown = thread_object_attribute(each, "_name");
    if (!is_str(shown)) return text("thread ", each->number);
    return text("thread ", as_str(shown)->view());
  }

  // From threading._active[ident], without running anything.
  Value thread_object_attribute(const Thread* each, std::string_view name) {
    Str* key = intern(thread_, "threading");
    const Value module =
        key == nullptr ? Value::unset() : dict_get_str(thread_.isolate.modules, key);
    if (!is_kind(module, Kind::Module)) return Value::unset();
    key = intern(thread_, "_active");
    const Value active =
        key == nullptr ? Value::unset() : dict_get_str(module.as<Module>()->dict, key);
    if (!is_exactly(active, Kind::Dict)) return Value::unset();
    const Value object =
        dict_get(thread_, active.as<Dict>(), Value::small_int(static_cast<int64_t>(each->ident())));
    thread_.pending = nullptr;
    return object && !object.is_unset() ? own_attribute(thread_, object, name) : Value::unset();
  }

  // Two of one name are told apart by a number.
  std::string label(Fiber* fiber) {
    const auto known =
        std::ranges::find_if(labels_, [&](const auto& entry) { return entry.first == fiber; });
    if (known != labels_.end()) return known->second;
    std::string made = plain_label(fiber);
    const auto is_taken = [&](const std::string& wanted) {
      return std::ranges::any_of(labels_,
                                 [&](const auto& entry) { return entry.second == wanted; });
    };
    if (is_taken(made)) {
      uint32_t number = 2;
      while (is_taken(text(made, " #", number))) ++number;
      made = text(made, " #", number);
    }
    labels_.emplace_back(fiber, made);
    return made;
  }

  std::string plain_label(const Fiber* fiber) {
    if (fiber->is_main) {
      return fiber->thread == thread_.isolate.main_thread.get() ? "main"
                                                                : thread_label(fiber->thread);
    }
    if (fiber->is_task && fiber->name != nullptr) return text("task ", fiber->name->view());
    const Frame* outermost = innermost_frame(fiber);
    while (outermost != nullptr && outermost->caller != nullptr) outermost = outermost->caller;
    const std::string_view kind = fiber->type()->name->view();
    if (outermost == nullptr) return text(kind, " at ", address_text(fiber));
    return text(kind, " ", outermost->code->qualified_name->view());
  }

  // "lock 1": things are numbered in the order they are told of.
  std::string numbered(std::string_view noun, const Object* object) {
    auto known = std::ranges::find(things_, object);
    if (known == things_.end()) {
      things_.push_back(object);
      known = things_.end() - 1;
    }
    return text(noun, " ", known - things_.begin() + 1);
  }

  // --- What is waited for

  Wait wait_of(Fiber* fiber) {
    Object* object = fiber->waiting_for;
    const Frame* called = library_call(innermost_frame(fiber));
    if (Fiber* joined = joined_thread(innermost_frame(fiber)))
      return {text(label(joined), " to end"), joined};
    const std::string call =
        called == nullptr ? std::string() : text(called->code->qualified_name->view(), "()");
    if (object == nullptr) return {call.empty() ? "being switched to" : call};
    switch (object->kind()) {
      case Kind::Lock:
      case Kind::RecursiveLock: {
        auto* lock = static_cast<Lock*>(object);
        // What notifies a waiter of the library is a lock that the waiter itself has acquired.
        if (!call.empty() && lock->acquired_code != nullptr && is_library(lock->acquired_code) &&
            lock->owner == fiber) {
          return {call};
        }
        return {numbered("lock", lock), lock->count == 0 ? nullptr : lock->owner, lock};
      }
      case Kind::Fiber: {
        auto* other = static_cast<Fiber*>(object);
        return {text(label(other), " to end"), other};
      }
      case Kind::Channel: {
        const auto* channel = static_cast<Channel*>(object);
        const bool receives =
            fiber->waiter != nullptr && fiber->waiter->queue == &channel->receivers;
        return {text(receives ? "something to receive from " : "somebody to receive from ",
                     numbered("channel", channel))};
      }
      case Kind::Condition:
        return {call.empty() ? "Condition.wait()" : call};
      case Kind::EventFlag:
        return {call.empty() ? "Event.wait()" : call};
      case Kind::Semaphore:
        return {call.empty() ? "Semaphore.acquire()" : call};
      default:
        return {call.empty() ? text("a ", object->type()->name->view()) : call};
    }
  }

  // The thread that a Thread.join(self) among the innermost frames waits for; null: there is none.
  Fiber* joined_thread(const Frame* frame) {
    while (frame != nullptr && is_library(frame->code) &&
           frame->code->qualified_name->view() != "Thread.join") {
      frame = frame->caller;
    }
    if (frame == nullptr || !is_library(frame->code)) return nullptr;
    const Value self = frame->registers[frame->code->parameter_base];
    if (is_kind(self, Kind::Box)) return nullptr;
    const Value ident = own_attribute(thread_, self, "_ident");
    for (const Thread* each : thread_.isolate.threads) {
      if (ident == Value::small_int(static_cast<int64_t>(each->ident()))) return each->main_fiber;
    }
    return nullptr;
  }

  // --- Who there is

  std::vector<Fiber*> fibers_of(const Thread* each) {
    std::vector<Fiber*> fibers{each->main_fiber};
    if (each->fiber != each->main_fiber) fibers.push_back(each->fiber);
    for (Fiber* fiber : each->hub->alive) {
      if (std::ranges::find(fibers, fiber) == fibers.end()) fibers.push_back(fiber);
    }
    std::erase_if(fibers, [](const Fiber* fiber) { return fiber->state == FiberState::Finished; });
    return fibers;
  }

  void write_place(const Frame* frame, std::string_view indent) {
    emit(indented(place_text(thread_, frame->code, frame->offset_of(frame->pc)), indent));
  }

  static std::string indented(std::string_view lines, std::string_view indent) {
    std::string result;
    while (!lines.empty()) {
      const size_t end = std::min(lines.find('\n'), lines.size() - 1) + 1;
      result += indent;
      result += lines.substr(0, end);
      lines.remove_prefix(end);
    }
    return result;
  }

  void write_fiber(Fiber* fiber) {
    emit(text("  ", label(fiber), ": ", state_of(fiber), "\n"));
    for (const Frame* frame = innermost_frame(fiber); frame != nullptr; frame = frame->caller) {
      if (!is_library(frame->code)) write_place(frame, "  ");
    }
    write_loop_tasks(fiber);
  }

  std::string state_of(Fiber* fiber) {
    switch (fiber->state) {
      case FiberState::Created:
        return fiber->has_timer ? "begins later" : "has not begun";
      case FiberState::Running:
        return "running";
      case FiberState::Suspended:
        return "switched away";
      case FiberState::Finished:
        return "finished";
      case FiberState::Parked:
        break;
    }
    if (fiber->is_queued) return "ready";
    if (fiber->waiting_for == nullptr && fiber->has_timer) return "sleeping";
    return text("waiting for ", wait_of(fiber).what);
  }

  void write_blocked(Fiber* fiber) {
    const Wait wait = wait_of(fiber);
    emit(text(label(fiber), " waits for ", wait.what, "\n"));
    if (const Frame* frame = user_frame(innermost_frame(fiber))) write_place(frame, "  ");
    if (wait.lock != nullptr && wait.holder != nullptr) {
      emit(text("  ", wait.what, " is held by ",
                wait.holder == fiber ? std::string("itself") : label(wait.holder)));
      if (wait.lock->acquired_code != nullptr) {
        emit(text(", acquired at\n", indented(place_text(thread_, wait.lock->acquired_code,
                                                         wait.lock->acquired_offset),
                                              "  ")));
      } else {
        emit("\n");
      }
    }
    if (fiber->spawned_code != nullptr) {
      emit(text("  ", fiber->is_main ? "started" : "spawned", " at\n",
                indented(place_text(thread_, fiber->spawned_code, fiber->spawned_offset), "  ")));
    }
    write_loop_tasks(fiber);
  }

  // The tasks of the event loop that a thread's own flow runs; native code of the library tells of
  // them.
  void write_loop_tasks(const Fiber* fiber) {
    if (!fiber->is_main || fiber->thread->event_loop == nullptr) return;
    Str* key = intern(thread_, "_asyncio");
    const Value module =
        key == nullptr ? Value::unset() : dict_get_str(thread_.isolate.modules, key);
    const Value shown = is_kind(module, Kind::Module)
                            ? call_method(thread_, module, "waiting_tasks",
                                          {Value::cell(fiber->thread->event_loop)})
                            : Value::unset();
    thread_.pending = nullptr;
    if (is_str(shown)) emit(indented(as_str(shown)->view(), "  "));
  }

  // Follows from each one who holds what it waits for, until somebody is met again.
  void write_circle(const std::vector<Fiber*>& waiting) {
    for (Fiber* start : waiting) {
      std::vector<Fiber*> path;
      Fiber* fiber = start;
      while (fiber != nullptr && std::ranges::find(path, fiber) == path.end()) {
        if (fiber->state != FiberState::Parked) break;
        path.push_back(fiber);
        fiber = wait_of(fiber).holder;
      }
      if (fiber != start) continue;
      emit("\nthe circle:\n");
      for (Fiber* each : path)
        emit(text("  ", label(each), "\n    waits for ", wait_of(each).what, ", up to\n"));
      emit(text("  ", label(start), "\n"));
      return;
    }
  }

  Thread& thread_;
  std::string out_;
  std::vector<std::pair<const Fiber*, std::string>> labels_;
  std::vector<const Object*> things_;
};

}  // namespace

std::string fibers_text(Thread& thread) { return Report(thread).dump(); }

std::string deadlock_text(Thread& thread) { return Report(thread).deadlock(); }

void report_stall(Thread& thread) {
  Hub& hub = *thread.hub;
  const runtime::Timer* timer = hub.timers.first();
  const bool keeps_others = hub.first_ready != nullptr ||
                            (timer != nullptr && timer->deadline <= thread.isolate.clock->now());
  if (keeps_others) write_report(Report(thread).stall());
}

void note_spawn_place(Fiber* fiber, const Frame* frame) {
  frame = user_frame(frame);
  if (frame == nullptr) return;
  store(fiber, fiber->spawned_code, frame->code);
  fiber->spawned_offset = frame->offset_of(frame->pc);
}

}  // namespace weft
