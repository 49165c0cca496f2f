#include "interpreter/vm/imports.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>

#include "interpreter/compiler/compile.h"
#include "interpreter/objects/dict.h"
#include "interpreter/objects/errors.h"
#include "interpreter/objects/exception.h"
#include "interpreter/objects/list.h"
#include "interpreter/objects/module.h"
#include "interpreter/objects/operations.h"
#include "interpreter/objects/simple_namespace.h"
#include "interpreter/objects/str.h"
#include "interpreter/vm/machine.h"

namespace weft {

const NativeModule* ModuleSources::find_native(std::string_view name) const {
  for (const NativeModule& module : natives_) {
    if (module.name == name) return &module;
  }
  return nullptr;
}

void ModuleSources::remove(std::string_view name) {
  const auto is_named = [&](const auto& module) { return module.name == name; };
  std::erase_if(natives_, is_named);
  std::erase_if(scripts_, is_named);
}

void ModuleSources::keep_only(std::span<const std::string> names) {
  const auto unwanted = [&](const auto& module) {
    return std::find(names.begin(), names.end(), module.name) == names.end();
  };
  std::erase_if(natives_, unwanted);
  std::erase_if(scripts_, unwanted);
}

const ScriptModule* ModuleSources::find_script(std::string_view name) const {
  for (const ScriptModule& module : scripts_) {
    if (module.name == name) return &module;
  }
  return nullptr;
}

std::optional<std::string> read_file(Thread& thread, const std::string& path) {
  const auto fail = [&](int error) -> std::optional<std::string> {
    Str* name = make_str(thread, path);
    if (name != nullptr) raise_os_error(thread, error, Value::cell(name));
    return std::nullopt;
  };
  const int descriptor = open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (descriptor < 0) return fail(errno);
  std::string contents;
  struct stat status {};
  if (fstat(descriptor, &status) == 0 && S_ISREG(status.st_mode)) {
    contents.reserve(static_cast<size_t>(status.st_size) + 1);
  } else if (S_ISDIR(status.st_mode)) {
    close(descriptor);
    return fail(EISDIR);
  }
  char buffer[64 * 1024];
  for (;;) {
    const ssize_t count = read(descriptor, buffer, sizeof buffer);
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) {
      const int error = errno;
      close(descriptor);
      return fail(error);
    }
    if (count == 0) break;
    contents.append(buffer, static_cast<size_t>(count));
  }
  close(descriptor);
  return contents;
}

namespace {

// Where a module comes from. Exactly one of native, script, file or folders is set.
struct Origin {
  const NativeModule* native = nullptr;
  const ScriptModule* script = nullptr;
  std::string file;                  // NAME.py or NAME/__init__.py
  std::vector<std::string> folders;  // __path__ of a package
  bool is_package = false;
  bool is_namespace() const { return file.empty() && !folders.empty(); }
  bool found() const {
    return native != nullptr || script != nullptr || !file.empty() || !folders.empty();
  }
};

bool is_file(const std::string& path) {
  struct stat status {};
  return stat(path.c_str(), &status) == 0 && S_ISREG(status.st_mode);
}

bool is_folder(const std::string& path) {
  struct stat status {};
  return stat(path.c_str(), &status) == 0 && S_ISDIR(status.st_mode);
}

std::string join_path(std::string_view folder, std::string_view name) {
  if (folder.empty()) return std::string(name);
  return text(folder, folder.ends_with('/') ? "" : "/", name);
}

std::string_view last_part(std::string_view name) {
  const size_t dot = name.rfind('.');
  return dot == std::string_view::npos ? name : name.substr(dot + 1);
}

// Searches the folders of `search` (a list of str) for module `name`'s last part.
bool find_in_folders(Thread& thread, std::string_view name, Value search, Origin& origin) {
  List* folders = list_from_iterable(thread, search);
  if (folders == nullptr) return false;
  const std::string part(last_part(name));
  for (uint64_t i = 0; i < folders->count; ++i) {
    const Value each = folders->items->values[i];
    if (!is_str(each)) continue;
    const std::string base = join_path(each.as<Str>()->view(), part);
    if (is_file(base + "/__init__.py")) {
      origin.file = base + "/__init__.py";
      origin.folders = {base};
      origin.is_package = true;
      return true;
    }
    if (is_file(base + ".py")) {
      origin.file = base + ".py";
      origin.folders.clear();
      return true;
    }
    if (is_folder(base)) {
      origin.folders.push_back(base);
      origin.is_package = true;
    }
  }
  return true;
}

Value system_path(Thread& thread) {
  if (thread.isolate.sys == nullptr) return Value::unset();
  return dict_get_str(thread.isolate.sys, thread.isolate.names.path);
}

// False: exception pending. Nothing found leaves `origin` empty.
bool find_origin(Thread& thread, std::string_view name, Value search, Origin& origin) {
  const ModuleSources& sources = module_sources(thread.isolate);
  origin.native = sources.find_native(name);
  if (origin.native != nullptr) return true;
  const ScriptModule* script = sources.find_script(name);
  const bool searches = !search.is_unset() && !search.is_none() && sources.search_folders;
  if ((script == nullptr || script->is_substitute) && searches &&
      !find_in_folders(thread, name, search, origin)) {
    return false;
  }
  if (script == nullptr || !origin.file.empty()) return true;
  origin = Origin();
  origin.script = script;
  origin.is_package = script->is_package;
  return true;
}

bool set_item_str(Thread& thread, Dict* dict, std::string_view key, Value value) {
  Str* name = intern(thread, key);
  return name != nullptr && value && dict_set_str(thread, dict, name, value);
}

Value str_value(Thread& thread, std::string_view contents) {
  Str* made = make_str(thread, contents);
  return made == nullptr ? Value::error() : Value::cell(made);
}

// The package a module's relative imports begin from.
std::string package_of(std::string_view name, bool is_package) {
  if (is_package) return std::string(name);
  const size_t dot = name.rfind('.');
  return std::string(dot == std::string_view::npos ? std::string_view() : name.substr(0, dot));
}

Value make_spec(Thread& thread, std::string_view name, const Origin& origin, Value path) {
  Dict* fields = make_dict(thread);
  if (fields == nullptr) return Value::error();
  const Value shown = !origin.file.empty() ? str_value(thread, origin.file)
                      : origin.native != nullptr || origin.script != nullptr
                          ? str_value(thread, "built-in")
                          : Value::none();
  if (!set_item_str(thread, fields, "name", str_value(thread, name)) ||
      !set_item_str(thread, fields, "loader", Value::none()) ||
      !set_item_str(thread, fields, "origin", shown) ||
      !set_item_str(thread, fields, "submodule_search_locations", path) ||
      !set_item_str(thread, fields, "parent",
                    str_value(thread, package_of(name, origin.is_package))) ||
      !set_item_str(thread, fields, "has_location", Value::boolean(!origin.file.empty())) ||
      !set_item_str(thread, fields, "_initializing", Value::boolean(true))) {
    return Value::error();
  }
  return make_simple_namespace(thread, fields);
}

bool set_module_attributes(Thread& thread, Module* module, std::string_view name,
                           const Origin& origin) {
  const Names& names = thread.isolate.names;
  Dict* dict = module->dict;
  Value path = Value::none();
  if (origin.is_package) {
    List* list = make_list(thread);
    if (list == nullptr) return false;
    for (const std::string& folder : origin.folders) {
      const Value each = str_value(thread, folder);
      if (!each || !list_append(thread, list, each)) return false;
    }
    path = Value::cell(list);
    if (!dict_set_str(thread, dict, names.__path__, path)) return false;
  }
  // A namespace package says that it has no file.
  if (!origin.file.empty() || origin.is_namespace()) {
    const Value file = origin.file.empty() ? Value::none() : str_value(thread, origin.file);
    if (!file || !dict_set_str(thread, dict, names.__file__, file)) return false;
  }
  const Value package = str_value(thread, package_of(name, origin.is_package));
  const Value spec = make_spec(thread, name, origin, path);
  return package && spec && dict_set_str(thread, dict, names.__package__, package) &&
         dict_set_str(thread, dict, names.__loader__, Value::none()) &&
         dict_set_str(thread, dict, names.__spec__, spec);
}

bool run_source_in(Thread& thread, Module* module, std::string_view source,
                   std::string_view filename, syntax::SourceOrigin origin) {
  compiler::CompileOptions options;
  options.origin = origin;
  Code* code = compiler::compile_source(thread, source, filename, options);
  if (code == nullptr) return false;
  const Names& names = thread.isolate.names;
  const Value builtins = dict_get_str(thread.isolate.modules, names.builtins);
  if (!builtins.is_unset() && !dict_set_str(thread, module->dict, names.__builtins__, builtins)) {
    return false;
  }
  return static_cast<bool>(run_code(thread, code, module->dict, nullptr));
}

bool fill_module(Thread& thread, Module* module, std::string_view name, const Origin& origin) {
  if (origin.native != nullptr) return origin.native->fill(thread, module);
  if (origin.script != nullptr) {
    const std::string filename = text("<weft>/", name, origin.is_package ? "/__init__.py" : ".py");
    register_source(thread, filename, origin.script->source);
    return run_source_in(thread, module, origin.script->source, filename,
                         syntax::SourceOrigin::Text);
  }
  if (origin.file.empty()) return true;  // a namespace package
  const std::optional<std::string> source = read_file(thread, origin.file);
  return source && run_source_in(thread, module, *source, origin.file, syntax::SourceOrigin::Bytes);
}

void mark_initialised(Thread& thread, Module* module) {
  const Value spec = dict_get_str(module->dict, thread.isolate.names.__spec__);
  if (spec.is_unset() || spec.is_none()) return;
  Str* flag = intern(thread, "_initializing");
  if (flag == nullptr || !set_attribute(thread, spec, flag, Value::boolean(false))) {
    thread.pending = nullptr;  // a module may replace its spec by anything
  }
}

Value raise_not_found(Thread& thread, std::string_view name, std::string_view message) {
  const Names& names = thread.isolate.names;
  Exception* error =
      make_exception(thread, thread.isolate.exceptions.module_not_found_error, message);
  const Value shown = str_value(thread, name);
  if (error == nullptr || !shown || !set_attribute(thread, Value::cell(error), names.name, shown)) {
    return Value::error();
  }
  return raise(thread, error);
}

// Where the submodules of `parent` (a module in sys.modules) are searched; unset: it is no package.
Value search_path_of(Thread& thread, Value parent) {
  return find_attribute(thread, parent, thread.isolate.names.__path__);
}

// Imports `name` whose parent package is imported already.
Value load_module(Thread& thread, Str* name, Value parent) {
  Dict* modules = thread.isolate.modules;
  Value search = system_path(thread);
  if (!parent.is_unset()) {
    search = search_path_of(thread, parent);
    if (!search) return search;
    if (search.is_unset()) {
      const std::string_view full = name->view();
      const std::string_view package = full.substr(0, full.rfind('.'));
      return raise_not_found(
          thread, full, text("No module named '", full, "'; '", package, "' is not a package"));
    }
  }
  Origin origin;
  if (!find_origin(thread, name->view(), search, origin)) return Value::error();
  if (!origin.found()) {
    return raise_not_found(thread, name->view(), text("No module named '", name->view(), "'"));
  }
  Module* module = make_module(thread, name);
  if (module == nullptr || !set_module_attributes(thread, module, name->view(), origin) ||
      !dict_set_str(thread, modules, name, Value::cell(module))) {
    return Value::error();
  }
  const ImportScope under_way(thread, module_sources(thread.isolate).under_way, name);
  if (!under_way.is_good() || !fill_module(thread, module, name->view(), origin)) {
    Exception* error = thread.pending;
    thread.pending = nullptr;
    const Value removed = dict_remove_str(thread, modules, name);
    static_cast<void>(removed);
    thread.pending = error;
    return Value::error();
  }
  mark_initialised(thread, module);
  // The code may have put something else in its place.
  const Value made = dict_get_str(modules, name);
  if (made.is_unset()) {
    return raise(thread, thread.isolate.exceptions.key_error, text("'", name->view(), "'"));
  }
  if (!parent.is_unset()) {
    Str* part = intern(thread, last_part(name->view()));
    if (part == nullptr || !set_attribute(thread, parent, part, made)) return Value::error();
  }
  return made;
}

}  // namespace

bool describe_native_module(Thread& thread, Module* module, std::string_view name) {
  Origin origin;
  const NativeModule native{};
  origin.native = &native;
  if (!set_module_attributes(thread, module, name, origin)) return false;
  mark_initialised(thread, module);
  return thread.pending == nullptr;
}

Value import_module(Thread& thread, std::string_view name) {
  Dict* modules = thread.isolate.modules;
  Str* full = intern(thread, name);
  if (full == nullptr) return Value::error();
  ImportsUnderWay& under_way = module_sources(thread.isolate).under_way;
  if (under_way.first != nullptr && !wait_for_import(thread, under_way, full))
    return Value::error();
  const Value present = dict_get_str(modules, full);
  if (!present.is_unset()) {
    if (!present.is_none()) return present;
    return raise_not_found(thread, name, text("import of ", name, " halted; None in sys.modules"));
  }
  if (!thread.check_native_stack()) return Value::error();
  // Packages are imported one inside the other.
  if (std::ranges::count(name, '.') > thread.isolate.recursion_limit) {
    return raise_recursion_error(thread, "");
  }
  Value parent = Value::unset();
  const size_t dot = name.rfind('.');
  if (dot != std::string_view::npos) {
    const std::string package(name.substr(0, dot));
    parent = import_module(thread, package);
    if (!parent) return parent;
    // The parent's code may have imported the submodule itself.
    const Value made = dict_get_str(modules, full);
    if (!made.is_unset() && !made.is_none()) return made;
  }
  return load_module(thread, full, parent);
}

namespace {

// "..x" of package a.b.c is a.b.x. Empty with an exception pending.
std::string resolve_relative(Thread& thread, std::string_view name, Value globals, int64_t level) {
  const Names& names = thread.isolate.names;
  if (!is_dict(globals)) {
    raise_type_error(thread, "globals must be a dict");
    return {};
  }
  Dict* dict = globals.as<Dict>();
  Value package = dict_get_str(dict, names.__package__);
  std::string base;
  if (!package.is_unset() && !package.is_none()) {
    if (!is_str(package)) {
      raise_type_error(thread, "package must be a string");
      return {};
    }
    base = package.as<Str>()->view();
  } else {
    const Value own = dict_get_str(dict, names.__name__);
    if (own.is_unset()) {
      raise(thread, thread.isolate.exceptions.key_error, "'__name__' not in globals");
      return {};
    }
    if (!is_str(own)) {
      raise_type_error(thread, "__name__ must be a string");
      return {};
    }
    base = package_of(own.as<Str>()->view(), !dict_get_str(dict, names.__path__).is_unset());
  }
  if (base.empty()) {
    raise(thread, thread.isolate.exceptions.import_error,
          "attempted relative import with no known parent package");
    return {};
  }
  for (int64_t i = 1; i < level; ++i) {
    const size_t dot = base.rfind('.');
    if (dot == std::string::npos) {
      raise(thread, thread.isolate.exceptions.import_error,
            "attempted relative import beyond top-level package");
      return {};
    }
    base.resize(dot);
  }
  return name.empty() ? base : text(base, ".", name);
}

// Imports the submodules a `from package import names` asks for and the package lacks.
bool import_listed(Thread& thread, Value module, std::string_view full, Value from_list,
                   bool from_all) {
  const Names& names = thread.isolate.names;
  const Value path = search_path_of(thread, module);
  if (!path) return false;
  if (path.is_unset()) return true;
  List* list = list_from_iterable(thread, from_list);
  if (list == nullptr) return false;
  for (uint64_t i = 0; i < list->count; ++i) {
    const Value each = list->items->values[i];
    if (!is_str(each)) {
      raise_type_error(thread,
                       text(from_all ? text(full, ".__all__") : std::string("``from list''"),
                            " must be str, not ", type_name(thread, each)));
      return false;
    }
    const std::string part(each.as<Str>()->view());
    if (part == "*") {
      const Value all = find_attribute(thread, module, names.__all__);
      if (!all) return false;
      if (!from_all && !all.is_unset() && !import_listed(thread, module, full, all, true)) {
        return false;
      }
      continue;
    }
    Str* attribute = intern(thread, part);
    if (attribute == nullptr) return false;
    const Value present = find_attribute(thread, module, attribute);
    if (!present) return false;
    if (!present.is_unset()) continue;
    const std::string submodule = text(full, ".", part);
    if (import_module(thread, submodule)) continue;
    // Not there: the from-import itself says so. Anything else is an error of the submodule.
    if (!pending_is(thread, thread.isolate.exceptions.module_not_found_error)) return false;
    Exception* error = thread.pending;
    thread.pending = nullptr;
    const Value missing = find_attribute(thread, Value::cell(error), names.name);
    if (!is_str(missing) || missing.as<Str>()->view() != submodule) {
      thread.pending = error;
      return false;
    }
  }
  return true;
}

}  // namespace

Value import_by_statement(Thread& thread, Str* name, Value globals, Value from_list,
                          int64_t level) {
  if (level < 0) return raise_value_error(thread, "level must be >= 0");
  std::string full(name->view());
  if (level > 0) {
    full = resolve_relative(thread, name->view(), globals, level);
    if (full.empty()) return Value::error();
  } else if (full.empty()) {
    return raise_value_error(thread, "Empty module name");
  }
  const Value module = import_module(thread, full);
  if (!module) return module;
  const Truth listed =
      from_list.is_none() || from_list.is_unset() ? Truth::False : truth(thread, from_list);
  if (listed == Truth::Error) return Value::error();
  if (listed == Truth::True) {
    return import_listed(thread, module, full, from_list, false) ? module : Value::error();
  }
  // `import a.b.c` binds a; `from . import x` has a list.
  const size_t dot = name->view().find('.');
  if (dot == std::string_view::npos) return module;
  const size_t cut = name->view().size() - dot;
  return import_module(thread, std::string_view(full).substr(0, full.size() - cut));
}

Value run_source_as_main(Thread& thread, std::string_view source, std::string_view filename,
                         std::optional<std::string_view> package) {
  const Names& names = thread.isolate.names;
  Module* module = make_module(thread, names.__main__);
  if (module == nullptr) return Value::error();
  const Value file = str_value(thread, filename);
  const Value package_name = package ? str_value(thread, *package) : Value::none();
  if (!file || !package_name || !dict_set_str(thread, module->dict, names.__file__, file) ||
      !dict_set_str(thread, module->dict, names.__package__, package_name) ||
      !dict_set_str(thread, thread.isolate.modules, names.__main__, Value::cell(module)) ||
      !run_source_in(thread, module, source, filename, syntax::SourceOrigin::File)) {
    return Value::error();
  }
  return Value::cell(module);
}

bool find_source_of_module(Thread& thread, std::string_view name, FoundSource& found) {
  const auto locate = [&](std::string_view wanted, Origin& origin) {
    Value search = system_path(thread);
    const size_t dot = wanted.rfind('.');
    if (dot != std::string_view::npos) {
      const Value parent = import_module(thread, wanted.substr(0, dot));
      if (!parent) return false;
      search = search_path_of(thread, parent);
      if (!search) return false;
    }
    return find_origin(thread, wanted, search, origin);
  };
  std::string wanted(name);
  Origin origin;
  if (!locate(wanted, origin)) return false;
  if (origin.is_package) {
    const std::string package = wanted;
    wanted += ".__main__";
    origin = Origin();
    if (!locate(wanted, origin)) return false;
    if (!origin.found()) {
      raise_not_found(thread, wanted,
                      text("No module named ", wanted, "; '", package,
                           "' is a package and cannot be directly executed"));
      return false;
    }
  }
  if (!origin.found() || origin.native != nullptr) {
    raise_not_found(thread, name, text("No module named ", name));
    return false;
  }
  found.package = package_of(wanted, false);
  if (origin.script != nullptr) {
    found.filename = text("<weft>/", wanted, ".py");
    found.source = origin.script->source;
    return true;
  }
  found.filename = origin.file;
  std::optional<std::string> source = read_file(thread, origin.file);
  if (!source) return false;
  found.source = std::move(*source);
  return true;
}

}  // namespace weft
