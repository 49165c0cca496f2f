// The virtual machine as the layers above see it.
#pragma once

#include "interpreter/objects/isolate.h"

namespace weft {

class AttributeTable;
class ModuleSources;

// Connects the machine to a fresh isolate: hooks, the main thread's script stack, roots.
void install_machine(Isolate& isolate);

// The modules compiled into the binary that `import` finds (imports.h).
ModuleSources& module_sources(Isolate& isolate);

// Runs module, expression or exec code in a namespace. `locals` null: the globals are the
// namespace; else any mapping. The value of the expression (None for modules), or error.
[[nodiscard]] Value run_code(Thread& thread, Code* code, Dict* globals, Object* locals);
// The same for code with a closure (class bodies, exec of a function's code): `function` carries
// it.
[[nodiscard]] Value run_function_in_namespace(Thread& thread, Function* function, Object* locals);

// The namespace of the running script frame as locals() shows it: the frame's namespace itself, or
// for functions a dict of the bound locals. Null with an exception pending.
[[nodiscard]] Object* frame_locals(Thread& thread, Frame* frame);

// Forgets what lies in temporaries of the running frames that no instruction will read again: a
// collection asked for by the script then finds dead what the script has let go. Call it from a
// native function only.
void clear_dead_registers(Thread& thread);

// Bits of thread.safepoint_requests beside those of Thread.
enum SafepointRequest : uint32_t {
  InterruptRequested = 2,    // KeyboardInterrupt (SIGINT)
  TerminationRequested = 4,  // a host's limit was reached: see run limits in the embedding API
};
// The part of a safepoint that runs no script code: see MachineHooks.
[[nodiscard]] bool check_interrupts(Thread& thread);
// Another part that runs none: writes the reports that were asked for (reports.h).
void serve_reports(Thread& thread);
// Called when a safepoint finds requests. False: an exception is pending.
[[nodiscard]] bool safepoint(Thread& thread);

}  // namespace weft
