// The import system: finds, makes and runs modules.
//
// A module is looked for among the native modules and the script modules compiled into the binary,
// then along sys.path (for submodules: the parent's __path__) as NAME/__init__.py, NAME.py, or a
// bare folder NAME (a namespace package). Script modules that only substitute for the real package
// are taken when sys.path has none. A module is in sys.modules before its code runs and leaves it
// again when that fails. Errors and attributes (`__name__`, `__file__`, `__path__`, `__package__`,
// `__spec__`) are CPython's; there are no loaders and finders to hook.
#pragma once

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "interpreter/objects/isolate.h"
#include "interpreter/vm/import_locks.h"

namespace weft {

struct Module;

// A module written in C++. `make` fills the module's dict; false: exception pending.
struct NativeModule {
  std::string_view name;
  std::string_view doc;
  bool (*fill)(Thread& thread, Module* module);
};

// A module written in script and compiled into the binary.
struct ScriptModule {
  std::string_view name;  // "a" or "a.b"
  bool is_package;
  std::string_view source;
  // Stands in for a package of others: one of its name along sys.path goes before it.
  bool is_substitute = false;
};

// What modules an isolate knows beside those on sys.path. Hosts add to it.
class ModuleSources {
 public:
  // Whether modules are looked for in the folders of sys.path. Off for hosts that keep files away
  // from scripts.
  bool search_folders = true;
  ImportsUnderWay under_way;

  void add(const NativeModule& module) { natives_.push_back(module); }
  void add(const ScriptModule& module) { scripts_.push_back(module); }
  const NativeModule* find_native(std::string_view name) const;
  const ScriptModule* find_script(std::string_view name) const;
  void remove(std::string_view name);
  // Forgets all modules but these.
  void keep_only(std::span<const std::string> names);
  std::span<const NativeModule> natives() const { return natives_; }
  std::span<const ScriptModule> scripts() const { return scripts_; }

 private:
  std::vector<NativeModule> natives_;
  std::vector<ScriptModule> scripts_;
};

// Gives a module made by native code outside of imports what imports would have given it: __spec__
// and its kin. False: exception pending.
[[nodiscard]] bool describe_native_module(Thread& thread, Module* module, std::string_view name);

// The module of an absolute dotted name (the last part of it), imported if need be.
[[nodiscard]] Value import_module(Thread& thread, std::string_view name);
// __import__: resolves relative names, gives the top package unless `from_list` is non-empty, whose
// names are imported as submodules where the package lacks them.
[[nodiscard]] Value import_by_statement(Thread& thread, Str* name, Value globals, Value from_list,
                                        int64_t level);
// Compiles and runs a source file as `name` (`__main__`) in a fresh module that is put into
// sys.modules. `package` is what imports are relative to: "" for a module that lies in none, unset
// for what is no module. The module, or error.
[[nodiscard]] Value run_source_as_main(Thread& thread, std::string_view source,
                                       std::string_view filename,
                                       std::optional<std::string_view> package);
// Finds the source of module `name` for `-m`: fills filename and source, package for relative
// imports. False: exception pending.
struct FoundSource {
  std::string filename;
  std::string source;
  std::string package;
};
[[nodiscard]] bool find_source_of_module(Thread& thread, std::string_view name, FoundSource& found);

// The whole contents of a file; nullopt with OSError pending.
[[nodiscard]] std::optional<std::string> read_file(Thread& thread, const std::string& path);

}  // namespace weft
