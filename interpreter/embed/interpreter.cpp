#include <algorithm>
#include <cstdlib>
#include <exception>

#include "interpreter/compiler/compile.h"
#include "interpreter/compiler/disassembler.h"
#include "interpreter/embed/implementation.h"
#include "interpreter/embed/isolates.h"
#include "interpreter/objects/codec.h"
#include "interpreter/objects/dict.h"
#include "interpreter/objects/errors.h"
#include "interpreter/objects/exception.h"
#include "interpreter/objects/hub.h"
#include "interpreter/objects/list.h"
#include "interpreter/objects/module.h"
#include "interpreter/objects/numbers.h"
#include "interpreter/objects/operations.h"
#include "interpreter/objects/seeded_choice.h"
#include "interpreter/objects/source_lines.h"
#include "interpreter/objects/str.h"
#include "interpreter/objects/str_intern.h"
#include "interpreter/vm/imports.h"
#include "interpreter/vm/machine.h"
#include "interpreter/vm/thread_list.h"
#include "interpreter/vm/threads.h"
#include "interpreter/vm/waiting.h"
#include "stdlib/standard_modules.h"

namespace weft {

namespace {

IsolateOptions isolate_options(const InterpreterOptions& options) {
  IsolateOptions result;
  result.heap.limit_bytes = options.heap_limit_bytes;
  // What the script's handler of a MemoryError, or the host's next call, may need.
  constexpr size_t LargestReserve = size_t{4} << 20;
  result.heap.reserve_bytes = std::min(options.heap_limit_bytes / 16, LargestReserve);
  result.recursion_limit = options.recursion_limit;
  return result;
}

// WEFT_GC_STRESS=N: collect at every N-th allocation, from here on.
void start_stress(runtime::Heap& heap) {
  if (const char* interval = std::getenv("WEFT_GC_STRESS")) {
    heap.options().stress_interval = static_cast<uint32_t>(std::strtoul(interval, nullptr, 10));
  }
}

std::vector<std::string> search_path(const InterpreterOptions& options) {
  std::vector<std::string> folders = options.search_path;
  const char* listed = options.use_environment ? std::getenv("WEFTPATH") : nullptr;
  if (listed != nullptr) {
    std::string_view rest = listed;
    while (!rest.empty()) {
      const size_t colon = rest.find(':');
      const std::string_view folder = rest.substr(0, colon);
      if (!folder.empty()) folders.emplace_back(folder);
      rest = colon == std::string_view::npos ? std::string_view() : rest.substr(colon + 1);
    }
  }
  return folders;
}

// Takes from scripts what opens files. The host has its own ways.
bool withdraw_files(Thread& thread) {
  ModuleSources& sources = module_sources(thread.isolate);
  sources.search_folders = false;
  sources.remove("posix");
  thread.isolate.file_access = false;
  thread.isolate.source_lines->read_files = false;
  Str* name = intern(thread, "open");
  return name != nullptr &&
         static_cast<bool>(dict_remove_str(thread, thread.isolate.builtins, name));
}

}  // namespace

Interpreter::Implementation::Implementation(Interpreter& owner, const InterpreterOptions& options)
    : interpreter(owner),
      isolate(isolate_options(options)),
      handles(owner),
      promises(owner, isolate),
      time_limit(options.time_limit.value_or(NoTimeLimit)),
      watchdog(isolate) {
  install_machine(isolate);
  isolate.heap.add_root_source(&handles);
  isolate.detects_deadlocks = options.detect_deadlocks;
  isolate.schedule_state = state_of_seed(options.schedule_seed);
  if (options.virtual_time) isolate.clock = std::make_unique<runtime::VirtualClock>();
  if (options.stall_limit) stall_watch.emplace(isolate, *options.stall_limit);
}

Interpreter::Implementation::~Implementation() { isolate.heap.remove_root_source(&handles); }

void Interpreter::Implementation::install(const InterpreterOptions& options) {
  std::vector<std::string> arguments = options.arguments;
  if (arguments.empty()) arguments.emplace_back();
  const std::vector<std::string> folders = search_path(options);
  StandardLibraryOptions library;
  library.arguments = arguments;
  library.search_path = folders;
  library.executable = options.executable;
  check(interpreter, install_standard_library(thread(), library));
  module_sources(isolate).add(isolates_module);
  if (options.modules) module_sources(isolate).keep_only(*options.modules);
  check(interpreter, options.file_access || withdraw_files(thread()));
  if (options.use_environment) start_stress(isolate.heap);
}

Dict* Interpreter::Implementation::main_namespace() {
  const Names& names = isolate.names;
  const Value present = dict_get_str(isolate.modules, names.__main__);
  if (is_module(present)) return present.as<Module>()->dict;
  Module* module = make_module(thread(), names.__main__);
  if (module == nullptr) return nullptr;
  const Value builtins = dict_get_str(isolate.modules, names.builtins);
  if (!dict_set_str(thread(), module->dict, names.__builtins__, builtins) ||
      !dict_set_str(thread(), isolate.modules, names.__main__, Value::cell(module))) {
    return nullptr;
  }
  return module->dict;
}

Str* Interpreter::Implementation::intern_name(std::string_view name) {
  Str* interned = intern(thread(), name);
  if (interned == nullptr) throw_pending(interpreter);
  return interned;
}

Interpreter::Interpreter(const InterpreterOptions& options)
    : implementation_(std::make_unique<Implementation>(*this, options)) {
  const HostEntry entry(*this);
  implementation_->install(options);
}

Interpreter::~Interpreter() {
  implementation_->promises.close();
  Isolate& isolate = implementation_->isolate;
  if (started_threads(isolate) == 0) return;
  {
    const HostEntry entry(*this);
    ask_threads_to_end(implementation_->thread());
  }
  wait_for_started_threads(isolate);
}

void Interpreter::run(std::string_view source, std::string_view filename) {
  const HostEntry entry(*this);
  Thread& thread = implementation_->thread();
  register_source(thread, filename, source);
  Code* code = compiler::compile_source(thread, source, filename, {});
  check(*this, code != nullptr);
  Dict* names = implementation_->main_namespace();
  check(*this, names != nullptr);
  check(*this, run_code(thread, code, names, nullptr));
}

void Interpreter::run_file(const std::string& path) {
  std::string source;
  {
    const HostEntry entry(*this);
    std::optional<std::string> contents = read_file(implementation_->thread(), path);
    check(*this, contents.has_value());
    source = std::move(*contents);
  }
  run(source, path);
}

void Interpreter::compile(std::string_view source, std::string_view filename) {
  const HostEntry entry(*this);
  check(*this,
        compiler::compile_source(implementation_->thread(), source, filename, {}) != nullptr);
}

std::string Interpreter::disassemble(std::string_view source, std::string_view filename) {
  const HostEntry entry(*this);
  Thread& thread = implementation_->thread();
  Code* code = compiler::compile_source(thread, source, filename, {});
  check(*this, code != nullptr);
  return compiler::disassemble(thread, code);
}

Handle Interpreter::evaluate(std::string_view expression) {
  const HostEntry entry(*this);
  Thread& thread = implementation_->thread();
  compiler::CompileOptions options;
  options.mode = compiler::CompileMode::Expression;
  register_source(thread, "<expression>", expression);
  Code* code = compiler::compile_source(thread, expression, "<expression>", options);
  check(*this, code != nullptr);
  Dict* names = implementation_->main_namespace();
  check(*this, names != nullptr);
  return HandleAccess::make(*this, check(*this, run_code(thread, code, names, nullptr)));
}

Handle Interpreter::global(std::string_view name) {
  const HostEntry entry(*this);
  Thread& thread = implementation_->thread();
  Dict* names = implementation_->main_namespace();
  check(*this, names != nullptr);
  Str* key = implementation_->intern_name(name);
  Value value = dict_get_str(names, key);
  if (value.is_unset()) value = dict_get_str(implementation_->isolate.builtins, key);
  if (value.is_unset()) {
    raise_name_error(thread, key, text("name '", name, "' is not defined"));
    throw_pending(*this);
  }
  return HandleAccess::make(*this, value);
}

void Interpreter::set_global(std::string_view name, const Handle& value) {
  const HostEntry entry(*this);
  Dict* names = implementation_->main_namespace();
  check(*this, names != nullptr);
  check(*this, dict_set_str(implementation_->thread(), names, implementation_->intern_name(name),
                            HandleAccess::value(*this, value)));
}

Handle Interpreter::import(std::string_view module_name) {
  const HostEntry entry(*this);
  return HandleAccess::make(*this,
                            check(*this, import_module(implementation_->thread(), module_name)));
}

bool Interpreter::is_instance(const Handle& value, std::string_view builtin_class) {
  const HostEntry entry(*this);
  Thread& thread = implementation_->thread();
  Str* name = implementation_->intern_name(builtin_class);
  const Value type = dict_get_str(implementation_->isolate.builtins, name);
  if (type.is_unset()) {
    raise_name_error(thread, name, text("name '", builtin_class, "' is not defined"));
    throw_pending(*this);
  }
  const Truth result = weft::is_instance(thread, HandleAccess::value(*this, value), type);
  check(*this, result != Truth::Error);
  return result == Truth::True;
}

Handle Interpreter::new_module(std::string_view name, std::string_view doc) {
  const HostEntry entry(*this);
  Thread& thread = implementation_->thread();
  Str* interned = implementation_->intern_name(name);
  Module* module = make_module(thread, interned);
  check(*this, module != nullptr);
  Str* doc_text = make_str(thread, doc);
  check(*this,
        doc_text != nullptr &&
            dict_set_str(thread, module->dict, implementation_->isolate.names.__doc__,
                         doc.empty() ? Value::none() : Value::cell(doc_text)) &&
            dict_set_str(thread, implementation_->isolate.modules, interned, Value::cell(module)));
  return HandleAccess::make(*this, Value::cell(module));
}

Handle Interpreter::none() {
  const HostEntry entry(*this);
  return HandleAccess::make(*this, Value::none());
}

Handle Interpreter::make(bool value) {
  const HostEntry entry(*this);
  return HandleAccess::make(*this, Value::boolean(value));
}

Handle Interpreter::make(double value) {
  const HostEntry entry(*this);
  return HandleAccess::make(*this, check(*this, make_float(implementation_->thread(), value)));
}

Handle Interpreter::make(std::string_view contents) {
  const HostEntry entry(*this);
  Thread& thread = implementation_->thread();
  Str* made = decode(thread, contents, Encoding::Utf8);
  check(*this, made != nullptr);
  return HandleAccess::make(*this, Value::cell(made));
}

Handle Interpreter::make_signed(int64_t value) {
  const HostEntry entry(*this);
  return HandleAccess::make(*this, check(*this, make_int(implementation_->thread(), value)));
}

Handle Interpreter::make_unsigned(uint64_t value) {
  const HostEntry entry(*this);
  return HandleAccess::make(*this, check(*this, make_uint(implementation_->thread(), value)));
}

Handle Interpreter::make_list(std::span<const Handle> elements) {
  const HostEntry entry(*this);
  Thread& thread = implementation_->thread();
  List* list = weft::make_list(thread, elements.size());
  check(*this, list != nullptr);
  for (const Handle& element : elements) {
    check(*this, list_append(thread, list, HandleAccess::value(*this, element)));
  }
  return HandleAccess::make(*this, Value::cell(list));
}

void Interpreter::interrupt() noexcept {
  // Threads that scripts have started are not interrupted, as in Python.
  thread_list(implementation_->isolate).for_each([](Thread& thread, ThreadList::Origin origin) {
    if (origin == ThreadList::Origin::Host) request(thread, InterruptRequested);
  });
}

void Interpreter::request_dump() noexcept {
  request(*implementation_->isolate.main_thread, Thread::DumpWanted);
}

bool Interpreter::found_deadlock() const {
  return implementation_->isolate.main_thread->hub->deadlocks != 0;
}

bool Interpreter::take_interrupt() noexcept {
  const uint32_t previous = implementation_->isolate.main_thread->safepoint_requests.fetch_and(
      ~uint32_t{InterruptRequested}, std::memory_order_relaxed);
  return (previous & InterruptRequested) != 0;
}

void Interpreter::let_others_in(const std::function<void()>& body) {
  const HostEntry entry(*this);
  // For what body() does that asks whether this OS thread has the GIL, as resolving a promise does.
  implementation_->isolate.running_on.store({}, std::memory_order_relaxed);
  // An exception has to wait until the isolate is ours again.
  std::exception_ptr failure;
  without_gil(implementation_->thread(), [&] {
    try {
      body();
    } catch (...) {
      failure = std::current_exception();
    }
  });
  if (failure) std::rethrow_exception(failure);
}

bool Interpreter::wait_for_input(int descriptor) {
  return weft::wait_for_input(*implementation_->isolate.main_thread, descriptor);
}

void Interpreter::terminate() noexcept {
  thread_list(implementation_->isolate).for_each([](Thread& thread, ThreadList::Origin) {
    request(thread, TerminationRequested);
  });
}

void Interpreter::set_time_limit(std::optional<std::chrono::nanoseconds> limit) {
  implementation_->time_limit = limit.value_or(NoTimeLimit);
}

void Interpreter::collect() {
  const HostEntry entry(*this);
  implementation_->isolate.heap.collect();
}

Interpreter::MemoryUse Interpreter::memory_use() const {
  const runtime::HeapStatistics statistics = implementation_->isolate.heap.statistics();
  return {statistics.live_bytes, statistics.reserved_bytes, statistics.collections};
}

}  // namespace weft
