// PickleBuffer: bytes that may travel beside a pickle instead of in it.
#include "interpreter/objects/buffer.h"
#include "interpreter/objects/memoryview.h"
#include "stdlib/custom_object.h"
#include "stdlib/pickle/pickle_state.h"

namespace weft::pickle {
namespace {

struct PickleBuffer : CustomObject {
  using CustomObject::CustomObject;
  Value object;  // unset once released
};

constexpr CustomOperations operations = {[](CustomObject* object, Marker& marker) {
                                           const Value value =
                                               static_cast<PickleBuffer*>(object)->object;
                                           if (value) marker.mark(value);
                                         },
                                         nullptr};

Value buffer_new(Thread& thread, Arguments arguments) {
  if (!readable_bytes(thread, arguments[1])) return Value::error();
  return make_pickle_buffer(thread, arguments[1]);
}

Value buffer_raw(Thread& thread, Arguments arguments) {
  const Value object = arguments[0].as<PickleBuffer>()->object;
  if (object.is_unset()) {
    return raise_value_error(thread, "operation forbidden on released PickleBuffer object");
  }
  return make_memoryview(thread, object);
}

Value buffer_release(Thread&, Arguments arguments) {
  arguments[0].as<PickleBuffer>()->object = Value::unset();
  return Value::none();
}

constexpr NativeMethod methods[] = {
    {"__new__", "(cls, object, /)", "Wraps a bytes-like object.", buffer_new},
    {"raw", "(self, /)", "A memoryview of the bytes.", buffer_raw},
    {"release", "(self, /)", "Lets the object go.", buffer_release},
};

constexpr TypeSpec spec = {.name = "PickleBuffer",
                           .module = "pickle",
                           .doc = "Bytes that may travel beside a pickle.",
                           .instance_kind = Kind::HostObject,
                           .instance_size = sizeof(PickleBuffer),
                           .is_base_type = false,
                           .instances_have_dict = false,
                           .methods = methods,
                           .attributes = {}};

}  // namespace

Type* make_buffer_type(Thread& thread) { return make_builtin_type(thread, spec, nullptr); }

Value buffer_object(Value buffer) { return buffer.as<PickleBuffer>()->object; }

Value make_pickle_buffer(Thread& thread, Value object) {
  auto* made = make_custom_object<PickleBuffer>(thread, pickle_state(thread).buffer, operations);
  if (made == nullptr) return Value::error();
  made->object = object;
  return Value::cell(made);
}

}  // namespace weft::pickle
