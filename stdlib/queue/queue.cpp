// Module _queue: what queue.py does not do in script.
#include "interpreter/objects/dict.h"
#include "interpreter/objects/isolate.h"
#include "interpreter/objects/module.h"
#include "interpreter/objects/str.h"
#include "stdlib/native_modules.h"

namespace weft {

bool fill_queue(Thread& thread, Module* module) {
  const auto put = [&](std::string_view name, Type* type) {
    Str* key = intern(thread, name);
    return key != nullptr && dict_set_str(thread, module->dict, key, Value::cell(type));
  };
  return put("SimpleQueue", thread.isolate.types.simple_queue) &&
         put("Empty", thread.isolate.exceptions.queue_empty);
}

}  // namespace weft
