// Every kind of cell the language uses: the byte the heap dispatches on and fast paths test.
//
// A kind says which C++ struct lies behind a pointer. A script class deriving from `list` makes
// instances of kind List too: what tells an exact list from a subclass's is the Exact flag.
#pragma once

#include <cstdint>

namespace weft::runtime {
class Heap;
}

namespace weft {

enum class Kind : uint8_t {
  Free = 0,  // reserved by the heap

  // Storage and internals; never seen by scripts.
  ValueArray,
  ByteBuffer,
  DictTable,
  SetTable,
  Shape,
  ShapeTable,
  MethodCache,
  CodeCaches,
  Waiter,
  DescriptorWaits,
  FirstObject,  // kinds from here on are language objects with a shape in their header

  // Numbers. Small ints and common doubles are immediate; these are the others.
  Int = FirstObject,
  Float,
  Complex,

  // Text and bytes.
  Str,
  Bytes,
  ByteArray,
  MemoryView,

  // Containers.
  List,
  Tuple,
  Dict,
  Set,
  FrozenSet,
  Range,
  Slice,
  DictKeys,
  DictValues,
  DictItems,
  MappingProxy,
  Deque,

  // Iterators.
  ListIterator,
  ListReverseIterator,
  TupleIterator,
  StrIterator,
  BytesIterator,
  RangeIterator,
  LongRangeIterator,  // of ranges that need numbers of any size
  DictIterator,
  SetIterator,
  SequenceIterator,  // through __getitem__
  CallableIterator,  // iter(callable, sentinel)
  Enumerate,
  Reversed,
  Zip,
  Map,
  Filter,
  NativeIterator,  // of modules written in C++
  MemoryViewIterator,

  // Classes, functions and descriptors.
  Type,
  Instance,
  Function,
  BoundMethod,
  Partial,
  NativeFunction,
  Box,  // a variable captured by a closure (`cell` to scripts)
  Code,
  Property,
  ClassMethod,
  StaticMethod,
  GetSetDescriptor,
  SlotDescriptor,  // made by __slots__
  Super,
  Module,
  SimpleNamespace,
  GenericAlias,
  UnionType,
  WeakReference,
  WeakProxy,
  Context,
  ContextVariable,
  ContextToken,

  // Control flow.
  Generator,
  Coroutine,
  AsyncGenerator,
  AsyncGeneratorAwaitable,  // what asend/athrow/aclose/__anext__ return
  CoroutineAwaiter,         // what coroutine.__await__ returns
  Fiber,
  Lock,
  RecursiveLock,
  Condition,
  Semaphore,
  EventFlag,
  SimpleQueue,
  ThreadLocal,
  OneShot,
  Channel,
  FrameObject,
  Exception,
  Traceback,

  // Event loops (stdlib/asyncio).
  EventLoop,
  LoopHandle,  // a callback that waits for its turn or its time
  Future,
  Task,
  FutureIterator,  // what awaiting a future gives

  // The rest.
  File,
  NativeObject,  // of modules written in C++: native_object.h
  HostObject,    // an object whose payload belongs to a native module or a host

  Count
};

// Flags beside the kind in the header word.
enum CellFlags : uint8_t {
  ExactFlag = 1,        // the type is the built-in itself, not a script subclass
  HasFinalizerFlag = 2  // the class has __del__
};

// Tell the heap how to trace and destroy the kinds of one area; called once by the isolate.
void register_number_kinds(runtime::Heap& heap);
void register_text_kinds(runtime::Heap& heap);
void register_container_kinds(runtime::Heap& heap);
void register_object_kinds(runtime::Heap& heap);
void register_fiber_kinds(runtime::Heap& heap);

}  // namespace weft
