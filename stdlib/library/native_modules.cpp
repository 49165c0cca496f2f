#include "stdlib/native_modules.h"

namespace weft {

namespace {

constexpr NativeModule modules[] = {
    {"_abc", "Checks of abstract base classes.", fill_abc},
    {"_asyncio", "Event loops, futures and tasks.", fill_asyncio},
    {"_charsets", "Character sets of the system.", fill_charsets},
    {"_collections", "Containers.", fill_collections},
    {"_curl", "HTTP transfers by libcurl.", fill_curl},
    {"_fiber", "Fibers and their hub, for gevent, asyncio and the like.", fill_fiber},
    {"_functools", "Functions with some arguments given.", fill_functools},
    {"_hashlib", "Digests.", fill_hashlib},
    {"_heapq", "Heaps in lists.", fill_heapq},
    {"_io", "Files and streams in memory.", fill_io},
    {"_itertools", "Iterators for many purposes.", fill_itertools},
    {"_json", "Reading and writing JSON.", fill_json},
    {"_multiprocessing", "What processes share.", fill_multiprocessing},
    {"_operator", "The operators of the language as functions.", fill_operator},
    {"_pickle", "Objects as bytes and back.", fill_pickle},
    {"_posixsubprocess", "Starting programs.", fill_posixsubprocess},
    {"_queue", "Queues, in native code.", fill_queue},
    {"_random", "The Mersenne twister.", fill_random},
    {"_re", "Regular expressions.", fill_re},
    {"_select", "Which descriptors are ready.", fill_select},
    {"_signal", "Signals, in native code.", fill_signal},
    {"_socket", "Sockets, in native code.", fill_socket},
    {"_ssl", "Encrypted connections, in native code.", fill_ssl},
    {"_struct", "Values to bytes and back.", fill_struct},
    {"_thread", "Threads and locks, in native code.", fill_thread},
    {"_traceback", "What traceback asks the interpreter for.", fill_traceback},
    {"_weakref", "Weak references.", fill_weakref},
    {"_weft", "Tasks and channels.", fill_weft},
    {"binascii", "Bytes as text.", fill_binascii},
    {"bisect", "Places in sorted sequences.", fill_bisect},
    {"cmath", "Functions of complex numbers.", fill_cmath},
    {"contextvars", "Variables with a value of their own in each context.", fill_contextvars},
    {"errno", "The numbers of system errors.", fill_errno},
    {"gc", "The garbage collector.", fill_gc},
    {"grp", "The database of groups.", fill_grp},
    {"math", "Functions of real numbers.", fill_math},
    {"posix", "What the system offers.", fill_posix},
    {"pwd", "The database of users.", fill_pwd},
    {"resource", "Limits of the process and what it has used.", fill_resource},
    {"time", "Clocks and waiting.", fill_time},
    {"unicodedata", "Properties of characters.", fill_unicodedata},
    {"zlib", "Deflate.", fill_zlib},
};

}  // namespace

std::span<const NativeModule> native_modules() { return modules; }

}  // namespace weft
