#include "interpreter/objects/lost_failures.h"

#include <unistd.h>

#include <algorithm>
#include <cerrno>

#include "interpreter/objects/code.h"
#include "interpreter/objects/errors.h"
#include "interpreter/objects/exception.h"
#include "interpreter/objects/isolate.h"
#include "interpreter/objects/operations.h"
#include "interpreter/objects/source_lines.h"
#include "interpreter/objects/str.h"
#include "runtime/heap/rooted.h"

namespace weft {

void note_failure(Thread& thread, Fiber* fiber) {
  Isolate& isolate = thread.isolate;
  if (is_subtype(fiber->failure->type(), isolate.exceptions.cancelled) ||
      is_subtype(fiber->failure->type(), isolate.exceptions.greenlet_exit)) {
    return;
  }
  isolate.failed_tasks.push_back(fiber);
  isolate.heap.set_finalizable(fiber);
}

void report_lost_failure(Thread& thread, Fiber* fiber) {
  if (fiber->failure == nullptr || fiber->is_failure_seen) return;
  fiber->is_failure_seen = true;
  Exception* pending = std::exchange(thread.pending, nullptr);
  std::string report = "Nobody looked at the failure of ";
  if (fiber->is_task && fiber->name != nullptr) {
    report += text("task ", fiber->name->view());
  } else {
    Str* shown = repr(thread, Value::cell(fiber));
    thread.pending = nullptr;
    report += shown == nullptr ? std::string_view("a fiber") : shown->view();
  }
  report += text(":\n", format_exception(thread, fiber->failure));
  if (fiber->spawned_code != nullptr) {
    report += text("It was spawned here:\n",
                   place_text(thread, fiber->spawned_code, fiber->spawned_offset));
  }
  write_report(report);
  thread.pending = pending;
}

void report_lost_failures(Thread& thread) {
  Isolate& isolate = thread.isolate;
  runtime::RootedVector tasks(isolate.heap);
  for (Fiber* task : isolate.failed_tasks) tasks.push_back(Value::cell(task));
  isolate.failed_tasks.clear();
  for (size_t i = 0; i < tasks.size(); ++i) report_lost_failure(thread, tasks[i].as<Fiber>());
}

void drop_dead_failures(Isolate& isolate, runtime::Heap& heap) {
  std::erase_if(isolate.failed_tasks,
                [&](const Fiber* task) { return !heap.is_live(task) || task->is_failure_seen; });
}

bool is_library(const Code* code) { return code->filename->view().starts_with("<weft>/"); }

uint32_t line_at(const Code* code, uint32_t offset) {
  // The instruction counts that was running: the one in front of where the frame goes on.
  return code->position_count != 0 && offset != 0 ? position_at(code, offset - 1).line
                                                  : code->first_line;
}

std::string place_text(Thread& thread, const Code* code, uint32_t offset) {
  const uint32_t line = line_at(code, offset);
  std::string place = text("  File \"", code->filename->view(), "\", line ", line, ", in ",
                           code->name->view(), "\n");
  const auto source = thread.isolate.source_lines->line(code->filename->view(), line);
  if (!source) return place;
  std::string_view shown = *source;
  const size_t first = shown.find_first_not_of(" \t\f");
  if (first == std::string_view::npos) return place;
  shown.remove_prefix(first);
  return place + text("    ", shown, "\n");
}

void write_report(std::string_view report) {
  while (!report.empty()) {
    const ssize_t written = write(STDERR_FILENO, report.data(), report.size());
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) return;
    report.remove_prefix(static_cast<size_t>(written));
  }
}

}  // namespace weft
