// The class Unpickler, and load() and loads() over it.
#include "interpreter/objects/buffer.h"
#include "interpreter/objects/bytes.h"
#include "stdlib/pickle/unpickler.h"

namespace weft::pickle {
namespace {

void trace_unpickler(CustomObject* object, Marker& marker) {
  auto* unpickler = static_cast<Unpickler*>(object);
  for (const Value value :
       {unpickler->read, unpickler->readline, unpickler->held, unpickler->buffers,
        unpickler->persistent_load, unpickler->find_class}) {
    if (value) marker.mark(value);
  }
  if (unpickler->data == nullptr) return;
  for (const Value value : unpickler->data->stack) marker.mark(value);
  for (const Value value : unpickler->data->memo) marker.mark(value);
}
void destroy_unpickler(CustomObject* object) { delete static_cast<Unpickler*>(object)->data; }
constexpr CustomOperations operations = {trace_unpickler, destroy_unpickler};

Unpickler* make_unpickler(Thread& thread, Type* type) {
  auto* made = make_custom_object<Unpickler>(thread, type, operations);
  if (made == nullptr) return nullptr;
  made->read = made->readline = made->held = made->persistent_load = made->find_class =
      Value::unset();
  made->buffers = Value::none();
  return made;
}

// False: exception pending.
bool configure(Thread& thread, Unpickler* unpickler, Value fix_imports, Value encoding,
               Value errors, Value buffers) {
  const Truth fixes = truth(thread, fix_imports);
  if (fixes == Truth::Error) return false;
  Str* encoding_text = str_argument(thread, encoding, "Unpickler", "'encoding'");
  Str* errors_text =
      encoding_text == nullptr ? nullptr : str_argument(thread, errors, "Unpickler", "'errors'");
  if (errors_text == nullptr) return false;
  if (!buffers.is_none()) {
    buffers = get_iterator(thread, buffers);
    if (!buffers) return false;
  }
  if (unpickler->data == nullptr) unpickler->data = new UnpicklerData;
  unpickler->data->fix_imports = fixes == Truth::True;
  unpickler->data->encoding = encoding_text->view();
  unpickler->data->errors = errors_text->view();
  store(unpickler, unpickler->buffers, buffers);
  return true;
}

bool set_file(Thread& thread, Unpickler* unpickler, Value file) {
  const Value read = find_attribute(thread, file, thread.isolate.names.read);
  const Value readline = read ? find_attribute(thread, file, thread.isolate.names.readline) : read;
  if (!readline) return false;
  if (read.is_unset() || readline.is_unset()) {
    raise_type_error(thread, "file must have 'read' and 'readline' attributes");
    return false;
  }
  store(unpickler, unpickler->read, read);
  store(unpickler, unpickler->readline, readline);
  return true;
}

Value unpickler_new(Thread& thread, Arguments arguments) {
  Type* type = check_new_class(thread, arguments[0], pickle_state(thread).unpickler);
  return type == nullptr ? Value::error() : as_result(make_unpickler(thread, type));
}

Value unpickler_init(Thread& thread, Arguments arguments) {
  auto* unpickler = arguments[0].as<Unpickler>();
  if (!configure(thread, unpickler, arguments[2], arguments[3], arguments[4], arguments[5]) ||
      !set_file(thread, unpickler, arguments[1])) {
    return Value::error();
  }
  return Value::none();
}

bool check_ready(Thread& thread, const Unpickler* unpickler, Value self) {
  if (unpickler->data != nullptr) return true;
  raise_unpickling(thread, text("Unpickler.__init__() was not called by ", type_name(thread, self),
                                ".__init__()"));
  return false;
}

Value unpickler_find_class(Thread& thread, Arguments arguments) {
  auto* unpickler = arguments[0].as<Unpickler>();
  if (!check_ready(thread, unpickler, arguments[0])) return Value::error();
  return default_find_class(thread, *unpickler->data, arguments[1], arguments[2]);
}

Value unpickler_load(Thread& thread, Arguments arguments) {
  auto* unpickler = arguments[0].as<Unpickler>();
  if (!check_ready(thread, unpickler, arguments[0])) return Value::error();
  const Value persistent = find_attribute_named(thread, arguments[0], "persistent_load");
  if (!persistent) return persistent;
  store(unpickler, unpickler->persistent_load, persistent);
  Str* name = intern(thread, "find_class");
  if (name == nullptr) return Value::error();
  const Type* base = pickle_state(thread).unpickler;
  const bool is_own =
      type_lookup(thread, class_of(thread, arguments[0]), name) != dict_get_str(base->dict, name);
  const Value finder = is_own ? get_attribute(thread, arguments[0], name) : Value::unset();
  if (!finder) return finder;
  store(unpickler, unpickler->find_class, finder);
  return load(thread, unpickler);
}

constexpr NativeMethod methods[] = {
    {"__new__", "(cls, /, *args, **kwargs)", "One that has no file yet.", unpickler_new},
    {"__init__",
     "(self, file, *, fix_imports=True, encoding='ASCII', errors='strict', buffers=None)",
     "Pickles come from a file opened for reading bytes.", unpickler_init},
    {"find_class", "(self, module_name, global_name, /)", "What a name in a pickle stands for.",
     unpickler_find_class},
    {"load", "(self, /)", "The object of the next pickle.", unpickler_load},
};

Value get_memo(Thread& thread, Value self) {
  const auto* unpickler = self.as<Unpickler>();
  Dict* memo = make_dict(thread);
  if (memo == nullptr || unpickler->data == nullptr) return as_result(memo);
  for (size_t i = 0; i < unpickler->data->memo.size(); ++i) {
    const Value value = unpickler->data->memo[i];
    if (value.is_unset()) continue;
    if (!dict_set(thread, memo, make_uint(thread, i), value)) return Value::error();
  }
  return Value::cell(memo);
}

constexpr NativeAttribute attributes[] = {
    {"memo", "The objects by their numbers.", get_memo, nullptr},
};

constexpr TypeSpec spec = {.name = "Unpickler",
                           .module = "_pickle",
                           .doc = "Reads objects from streams of bytes.",
                           .instance_kind = Kind::HostObject,
                           .instance_size = sizeof(Unpickler),
                           .is_base_type = true,
                           .instances_have_dict = true,
                           .methods = methods,
                           .attributes = attributes};

}  // namespace

Type* make_unpickler_type(Thread& thread) { return make_builtin_type(thread, spec, nullptr); }

Value pickle_load(Thread& thread, Arguments arguments) {
  Unpickler* unpickler = make_unpickler(thread, pickle_state(thread).unpickler);
  if (unpickler == nullptr ||
      !configure(thread, unpickler, arguments[1], arguments[2], arguments[3], arguments[4]) ||
      !set_file(thread, unpickler, arguments[0])) {
    return Value::error();
  }
  return load(thread, unpickler);
}

Value pickle_loads(Thread& thread, Arguments arguments) {
  const auto bytes = readable_bytes(thread, arguments[0]);
  if (!bytes) return Value::error();
  Unpickler* unpickler = make_unpickler(thread, pickle_state(thread).unpickler);
  if (unpickler == nullptr ||
      !configure(thread, unpickler, arguments[1], arguments[2], arguments[3], arguments[4])) {
    return Value::error();
  }
  UnpicklerData& data = *unpickler->data;
  if (is_bytes(arguments[0])) {
    store(unpickler, unpickler->held, arguments[0]);
    data.input = arguments[0].as<Bytes>()->view();
  } else {
    data.copy = *bytes;
    data.input = data.copy;
  }
  return load(thread, unpickler);
}

}  // namespace weft::pickle
