#include "interpreter/objects/one_shot.h"

#include "interpreter/objects/hub.h"
#include "interpreter/objects/isolate.h"

namespace weft {

OneShot* make_one_shot(Thread& thread, Type* type) {
  auto* one_shot = make_object<OneShot>(thread, type);
  if (one_shot == nullptr) return nullptr;
  one_shot->queue = {};
  one_shot->value = Value::unset();
  one_shot->exception = nullptr;
  one_shot->has_happened = false;
  return one_shot;
}

bool happen(OneShot* one_shot, Value value, Exception* exception) {
  if (one_shot->has_happened) return false;
  one_shot->has_happened = true;
  if (!one_shot->queue.is_empty()) {
    Waiter* waiter = one_shot->queue.first;
    return exception == nullptr ? wake(waiter, value) : wake_with_exception(waiter, exception);
  }
  store(one_shot, one_shot->value, value);
  store(one_shot, one_shot->exception, exception);
  return true;
}

}  // namespace weft
