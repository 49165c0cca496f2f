// What a child process does with mutexes and conditions that other threads may have been inside of
// when it was forked, and with those threads: they are gone, and will never leave nor end.
#pragma once

#include <new>

#include "runtime/fiber/native_stack.h"  // WEFT_THREAD_SANITIZER

#ifdef WEFT_THREAD_SANITIZER
extern "C" {
void AnnotateIgnoreWritesBegin(const char* file, int line);
void AnnotateIgnoreWritesEnd(const char* file, int line);
}
#endif

namespace weft::runtime {

// Begins a mutex, a condition or a thread anew where it lies. It is not destroyed: that waits for
// whoever is inside.
template <class Synchroniser>
void begin_anew(Synchroniser& synchroniser) {
#ifdef WEFT_THREAD_SANITIZER
  // To the sanitizer this is a thread that writes over what others use.
  AnnotateIgnoreWritesBegin(__FILE__, __LINE__);
#endif
  new (&synchroniser) Synchroniser;
#ifdef WEFT_THREAD_SANITIZER
  AnnotateIgnoreWritesEnd(__FILE__, __LINE__);
#endif
}

}  // namespace weft::runtime
