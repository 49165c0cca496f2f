// The class Pickler, and dump() and dumps() over it.
#include "interpreter/objects/bytes.h"
#include "stdlib/pickle/pickler.h"

namespace weft::pickle {
namespace {

void trace_pickler(CustomObject* object, Marker& marker) {
  auto* pickler = static_cast<Pickler*>(object);
  for (const Value value : {pickler->write, pickler->buffer_callback, pickler->persistent_id,
                            pickler->reducer_override, pickler->dispatch_table}) {
    if (value) marker.mark(value);
  }
  if (pickler->data != nullptr) pickler->data->memo.trace(marker);
}
void destroy_pickler(CustomObject* object) { delete static_cast<Pickler*>(object)->data; }
constexpr CustomOperations operations = {trace_pickler, destroy_pickler};

Pickler* make_pickler(Thread& thread, Type* type) {
  auto* made = make_custom_object<Pickler>(thread, type, operations);
  if (made == nullptr) return nullptr;
  made->write = made->persistent_id = made->reducer_override = made->dispatch_table =
      Value::unset();
  made->buffer_callback = Value::none();
  return made;
}

// False: exception pending.
bool configure(Thread& thread, Pickler* pickler, Value protocol, Value fix_imports,
               Value buffer_callback) {
  const std::optional<int64_t> number = protocol_argument(thread, protocol);
  if (!number) return false;
  const Truth fixes = truth(thread, fix_imports);
  if (fixes == Truth::Error) return false;
  if (!buffer_callback.is_none() && *number < 5) {
    raise_value_error(thread, "buffer_callback needs protocol >= 5");
    return false;
  }
  if (pickler->data == nullptr) pickler->data = new PicklerData;
  pickler->data->protocol = *number;
  pickler->data->fix_imports = fixes == Truth::True && *number < 3;
  store(pickler, pickler->buffer_callback, buffer_callback);
  return true;
}

bool set_file(Thread& thread, Pickler* pickler, Value file) {
  const Value write = find_attribute(thread, file, thread.isolate.names.write);
  if (!write) return false;
  if (write.is_unset()) {
    raise_type_error(thread, "file must have a 'write' attribute");
    return false;
  }
  store(pickler, pickler->write, write);
  return true;
}

Value pickler_new(Thread& thread, Arguments arguments) {
  Type* type = check_new_class(thread, arguments[0], pickle_state(thread).pickler);
  return type == nullptr ? Value::error() : as_result(make_pickler(thread, type));
}

Value pickler_init(Thread& thread, Arguments arguments) {
  auto* pickler = arguments[0].as<Pickler>();
  if (!configure(thread, pickler, arguments[2], arguments[3], arguments[4]) ||
      !set_file(thread, pickler, arguments[1])) {
    return Value::error();
  }
  return Value::none();
}

// False: exception pending.
bool check_ready(Thread& thread, const Pickler* pickler, Value self) {
  if (pickler->data != nullptr) return true;
  raise_pickling(thread, text("Pickler.__init__() was not called by ", type_name(thread, self),
                              ".__init__()"));
  return false;
}

Value pickler_dump(Thread& thread, Arguments arguments) {
  auto* pickler = arguments[0].as<Pickler>();
  if (!check_ready(thread, pickler, arguments[0])) return Value::error();
  const struct {
    std::string_view name;
    Value& place;
  } hooks[] = {{"persistent_id", pickler->persistent_id},
               {"reducer_override", pickler->reducer_override},
               {"dispatch_table", pickler->dispatch_table}};
  for (const auto& [name, place] : hooks) {
    const Value found = find_attribute_named(thread, arguments[0], name);
    if (!found) return found;
    store(pickler, place, found);
  }
  const bool dumped = dump(thread, pickler, arguments[1]);
  pickler->persistent_id = pickler->reducer_override = Value::unset();
  return dumped ? Value::none() : Value::error();
}

Value pickler_clear_memo(Thread& thread, Arguments arguments) {
  auto* pickler = arguments[0].as<Pickler>();
  if (!check_ready(thread, pickler, arguments[0])) return Value::error();
  pickler->data->memo.clear();
  return Value::none();
}

constexpr NativeMethod methods[] = {
    {"__new__", "(cls, /, *args, **kwargs)", "One that has no file yet.", pickler_new},
    {"__init__", "(self, file, protocol=None, fix_imports=True, buffer_callback=None)",
     "Pickles go to a file opened for writing bytes.", pickler_init},
    {"dump", "(self, obj, /)", "Writes a pickle of an object.", pickler_dump},
    {"clear_memo", "(self, /)", "Forgets which objects it has written.", pickler_clear_memo},
};

// {id: (number, object)} of what was written.
Value get_memo(Thread& thread, Value self) {
  const auto* pickler = self.as<Pickler>();
  Dict* memo = make_dict(thread);
  if (memo == nullptr || pickler->data == nullptr) return as_result(memo);
  const bool complete = pickler->data->memo.for_each([&](Value object, uint32_t number) {
    const Value pair[] = {Value::small_int(number), object};
    const Value entry = as_result(make_tuple(thread, pair));
    const Value key = make_uint(thread, object.bits());
    return entry && key && dict_set(thread, memo, key, entry);
  });
  return complete ? Value::cell(memo) : Value::error();
}

Value get_fast(Thread&, Value self) {
  const auto* pickler = self.as<Pickler>();
  return Value::small_int(pickler->data != nullptr && pickler->data->fast);
}
bool set_fast(Thread& thread, Value self, Value value) {
  auto* pickler = self.as<Pickler>();
  const Truth fast = value.is_unset() ? Truth::False : truth(thread, value);
  if (fast == Truth::Error || !check_ready(thread, pickler, self)) return false;
  pickler->data->fast = fast == Truth::True;
  return true;
}

constexpr NativeAttribute attributes[] = {
    {"memo", "What was written, by identity.", get_memo, nullptr},
    {"fast", "Whether objects met again are written again.", get_fast, set_fast},
    {"bin", "Whether the protocol is a binary one.",
     [](Thread&, Value) { return Value::small_int(1); }, nullptr},
};

constexpr TypeSpec spec = {.name = "Pickler",
                           .module = "_pickle",
                           .doc = "Writes objects as streams of bytes.",
                           .instance_kind = Kind::HostObject,
                           .instance_size = sizeof(Pickler),
                           .is_base_type = true,
                           .instances_have_dict = true,
                           .methods = methods,
                           .attributes = attributes};

}  // namespace

Type* make_pickler_type(Thread& thread) { return make_builtin_type(thread, spec, nullptr); }

Value pickle_dump(Thread& thread, Arguments arguments) {
  Pickler* pickler = make_pickler(thread, pickle_state(thread).pickler);
  if (pickler == nullptr || !configure(thread, pickler, arguments[2], arguments[3], arguments[4]) ||
      !set_file(thread, pickler, arguments[1])) {
    return Value::error();
  }
  return dump(thread, pickler, arguments[0]) ? Value::none() : Value::error();
}

Value pickle_dumps(Thread& thread, Arguments arguments) {
  Pickler* pickler = make_pickler(thread, pickle_state(thread).pickler);
  if (pickler == nullptr || !configure(thread, pickler, arguments[1], arguments[2], arguments[3]) ||
      !dump(thread, pickler, arguments[0])) {
    return Value::error();
  }
  return as_result(make_bytes(thread, pickler->data->output));
}

}  // namespace weft::pickle
