// threading.local: an object whose attributes are another set in each thread.
//
// The attributes of all threads are kept in one dict, by the threads' numbers. Before anything is
// done with an attribute the running thread's set is made the object's `__dict__`, so that the
// usual protocol finds it. The sets of threads that have ended go when another thread comes.
#pragma once

#include "interpreter/objects/object.h"

namespace weft {

struct ThreadLocal : Object {
  using Object::Object;
  Dict* sets;        // number of the thread -> its attributes
  Tuple* arguments;  // what __init__ of a subclass is called with in each thread
  Dict* keywords;
  Cell* overflow;  // attribute slots (object.h)
};

}  // namespace weft
