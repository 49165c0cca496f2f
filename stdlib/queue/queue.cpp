// Module _queue: what queue.py does not do in script.
#include "stdlib/module_filling.h"
#include "stdlib/native_modules.h"
#include "stdlib/queue/queue_core.h"

namespace weft {

bool fill_queue(Thread& thread, Module* module) {
  return put_objects(thread, module,
                     {{"_Queue", make_queue_core_type(thread)},
                      {"SimpleQueue", thread.isolate.types.simple_queue},
                      {"Empty", thread.isolate.exceptions.queue_empty}}) &&
         put_functions(thread, module, {&recognise_queues, 1});
}

}  // namespace weft
