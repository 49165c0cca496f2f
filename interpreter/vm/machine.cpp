#include "interpreter/vm/machine.h"

#include <algorithm>
#include <memory>

#include "interpreter/compiler/names_in_code.h"
#include "interpreter/compiler/opcodes.h"
#include "interpreter/objects/dict.h"
#include "interpreter/objects/errors.h"
#include "interpreter/objects/exception.h"
#include "interpreter/objects/frame_object.h"
#include "interpreter/objects/list.h"
#include "interpreter/objects/lost_failures.h"
#include "interpreter/objects/str.h"
#include "interpreter/objects/weak_reference.h"
#include "interpreter/vm/attribute_table.h"
#include "interpreter/vm/dispatch.h"
#include "interpreter/vm/fibers.h"
#include "interpreter/vm/frames.h"
#include "interpreter/vm/imports.h"
#include "interpreter/vm/reports.h"
#include "interpreter/vm/resumption.h"
#include "interpreter/vm/signals.h"
#include "interpreter/vm/slow_paths.h"
#include "interpreter/vm/thread_list.h"
#include "interpreter/vm/threads.h"
#include "interpreter/vm/turns.h"

namespace weft {

namespace {

// Runs the frame just pushed with ExitRun to its end.
Value run_nested(Thread& thread) {
  ++thread.native_depth;
  const Value result = run(thread, false);
  --thread.native_depth;
  return result;
}

Value call_function(Thread& thread, Function* function, std::span<const Value> values,
                    Tuple* keyword_names) {
  if (!thread.check_native_stack()) return Value::error();
  const Value made =
      begin_function(thread, function, values.data(), static_cast<uint32_t>(values.size()),
                     keyword_names, {ReturnAction::ExitRun, 0, 0});
  return made.is_unset() ? run_nested(thread) : made;
}

FrameObject* running_frame_object(Thread& thread, uint32_t depth) {
  Frame* frame = thread.frame;
  while (frame != nullptr && depth > 0) {
    frame = frame->caller;
    --depth;
  }
  return frame == nullptr ? nullptr : frame_object_of(thread, frame);
}

// What the machine keeps per isolate. As a root source it traces the frames of all threads.
class MachineState final : public runtime::RootSource {
 public:
  explicit MachineState(Isolate& isolate) : isolate_(isolate) {}

  void trace_roots(runtime::Marker& marker) override {
    for (Thread* thread : isolate_.threads) trace_frames(thread->frame, marker);
  }

  void after_marking(runtime::Heap&) override { attributes.clear(); }

  ModuleSources sources;
  AttributeTable attributes;
  ThreadList threads;
  ThreadTurns turns;

 private:
  Isolate& isolate_;
};

}  // namespace

void leave_frame_slow(Thread& thread, Frame* frame) {
  if ((frame->leave_flags & HasFrameObject) != 0) detach_frame_object(thread, frame);
  if (!frame->in_generator) thread.stack->pop(frame, (frame->leave_flags & FirstInChunk) != 0);
}

void install_machine(Isolate& isolate) {
  isolate.machine.call_function = call_function;
  isolate.machine.resume_generator = resume_generator;
  isolate.machine.frame_object = running_frame_object;
  isolate.machine.names_in_code = compiler::names_in_code;
  isolate.machine.check_interrupts = check_interrupts;
  isolate.machine.without_gil = [](Thread& thread, const std::function<void()>& body) {
    without_gil(thread, body);
  };
  isolate.machine.wait_on_native_stack = wait_on_native_stack;
  auto state = std::make_unique<MachineState>(isolate);
  isolate.extra_roots.push_back(state.get());
  isolate.attribute_table = &state->attributes;
  state->threads.add(*isolate.main_thread, ThreadList::Origin::Host);
  state->turns.members.push_back({isolate.main_thread.get()});
  isolate.machine_state = std::move(state);
}

namespace {
MachineState& state_of(const Isolate& isolate) {
  return static_cast<MachineState&>(*isolate.machine_state);
}
}  // namespace

ModuleSources& module_sources(Isolate& isolate) { return state_of(isolate).sources; }
ThreadList& thread_list(Isolate& isolate) { return state_of(isolate).threads; }
ThreadTurns& thread_turns(const Isolate& isolate) { return state_of(isolate).turns; }

Value run_code(Thread& thread, Code* code, Dict* globals, Object* locals) {
  if (!thread.check_native_stack()) return Value::error();
  Frame* frame = allocate_frame(thread, code, nullptr, globals, ReturnAction::ExitRun, 0);
  if (frame == nullptr) return Value::error();
  if (locals != static_cast<Object*>(globals)) frame->locals = locals;
  clear_registers(frame->registers, frame->registers + code->register_count);
  link_frame(thread, frame);
  return run_nested(thread);
}

Value run_function_in_namespace(Thread& thread, Function* function, Object* locals) {
  if (!thread.check_native_stack()) return Value::error();
  Frame* frame =
      allocate_frame(thread, function->code, function, function->globals, ReturnAction::ExitRun, 0);
  if (frame == nullptr) return Value::error();
  frame->locals = locals;
  clear_registers(frame->registers, frame->registers + function->code->register_count);
  link_frame(thread, frame);
  return run_nested(thread);
}

Object* frame_locals(Thread& thread, Frame* frame) {
  const Code* code = frame->code;
  if (code->has(UsesNamespace)) {
    return frame->locals == nullptr ? static_cast<Object*>(frame->globals) : frame->locals;
  }
  // A function has one such dict, brought up to date whenever it is asked for.
  Dict* locals = static_cast<Dict*>(frame->locals);
  if (locals == nullptr) {
    locals = make_dict(thread);
    if (locals == nullptr) return nullptr;
    frame->locals = locals;
  }
  const auto add = [&](Value name, Value value) {
    if (is_kind(value, Kind::Box)) value = value.as<Box>()->value;
    return value.is_unset() ? static_cast<bool>(dict_remove_str(thread, locals, name.as<Str>()))
                            : dict_set_str(thread, locals, name.as<Str>(), value);
  };
  for (uint64_t i = 0; i < code->local_names->count; ++i) {
    const auto place = static_cast<uint32_t>(code->local_registers->values[i].as_small_int());
    if (!add(code->local_names->values[i], frame->registers[place])) return nullptr;
  }
  for (uint64_t i = 0; i < code->free_names->count; ++i) {
    if (frame->function == nullptr || frame->function->closure == nullptr) break;
    if (!add(code->free_names->values[i], frame->function->closure->values[i])) return nullptr;
  }
  return locals;
}

namespace {

// The end of the registers a frame still needs while the call at its pc runs; temporaries are a
// stack, so what lies above a call's window is dead. Elsewhere nothing is known: all of them.
uint32_t live_register_count(const Frame* frame, const Frame* callee) {
  using compiler::Opcode;
  const uint32_t all = frame->code->register_count;
  const uint32_t word = frame->pc[-1];
  const uint32_t first = compiler::operand_a(word);
  uint32_t window = 0;
  switch (compiler::opcode_of(word)) {
    case Opcode::Call:
    case Opcode::CallKw:
      window = 1 + compiler::operand_b(word);
      break;
    case Opcode::CallMethod:
    case Opcode::CallMethodKw:
      window = 2 + compiler::operand_b(word);
      break;
    case Opcode::CallEx:
      window = 3;
      break;
    default:
      return all;
  }
  // A script function has its arguments in its own frame. (An instance being initialised waits in
  // the first register.)
  if (callee != nullptr && callee->action != ReturnAction::ExitRun) window = 1;
  return std::min(all, first + window);
}

}  // namespace

void clear_dead_registers(Thread& thread) {
  const Frame* callee = nullptr;
  for (Frame* frame = thread.frame; frame != nullptr; frame = frame->caller) {
    const uint32_t end = std::min(frame->code->register_count, compiler::FirstFarRegister);
    clear_registers(frame->registers + live_register_count(frame, callee), frame->registers + end);
    callee = frame;
  }
}

bool check_interrupts(Thread& thread) {
  // A termination stays requested: a script cannot outlive its limit by catching the exception.
  const uint32_t requests =
      thread.safepoint_requests.fetch_and(~uint32_t{InterruptRequested}, std::memory_order_relaxed);
  if ((requests & TerminationRequested) != 0) {
    // Without a context: handlers may catch it at each of a million levels, and linking it to what
    // they handle would take time that grows with the square of them.
    Exception* end =
        make_exception(thread, thread.isolate.exceptions.system_exit, "execution limit reached");
    if (end != nullptr) thread.pending = end;
    return false;
  }
  if ((requests & InterruptRequested) != 0) {
    Exception* interrupt =
        make_exception(thread, thread.isolate.exceptions.keyboard_interrupt, std::string_view());
    if (interrupt != nullptr) raise(thread, interrupt);
    return false;
  }
  return true;
}

void serve_reports(Thread& thread) {
  constexpr uint32_t Reports = Thread::DumpWanted | Thread::StallNoticed;
  const uint32_t requests =
      thread.safepoint_requests.fetch_and(~Reports, std::memory_order_relaxed) & Reports;
  if ((requests & Thread::DumpWanted) != 0) write_report(fibers_text(thread));
  if ((requests & Thread::StallNoticed) != 0) report_stall(thread);
}

bool safepoint(Thread& thread) {
  if (!check_interrupts(thread)) return false;
  const uint32_t requests = thread.safepoint_requests.fetch_and(
      ~(Thread::FinalizersDue | Thread::HandOverWanted), std::memory_order_relaxed);
  if ((requests & (Thread::DumpWanted | Thread::StallNoticed)) != 0) serve_reports(thread);
  if ((requests & Thread::SignalsArrived) != 0 && !serve_signals(thread)) return false;
  if ((requests & Thread::FinalizersDue) != 0) run_pending_finalizers(thread);
  if ((requests & Thread::HandOverWanted) != 0) hand_over_gil(thread);
  return true;
}

}  // namespace weft
