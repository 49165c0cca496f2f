// The table of modules written in C++ that `import` makes on demand.
#pragma once

#include <span>

#include "interpreter/vm/imports.h"

namespace weft {

std::span<const NativeModule> native_modules();

// One a module, in its folder.
[[nodiscard]] bool fill_abc(Thread& thread, Module* module);
[[nodiscard]] bool fill_asyncio(Thread& thread, Module* module);
[[nodiscard]] bool fill_binascii(Thread& thread, Module* module);
[[nodiscard]] bool fill_bisect(Thread& thread, Module* module);
[[nodiscard]] bool fill_charsets(Thread& thread, Module* module);
[[nodiscard]] bool fill_cmath(Thread& thread, Module* module);
[[nodiscard]] bool fill_collections(Thread& thread, Module* module);
[[nodiscard]] bool fill_contextvars(Thread& thread, Module* module);
[[nodiscard]] bool fill_curl(Thread& thread, Module* module);
[[nodiscard]] bool fill_errno(Thread& thread, Module* module);
[[nodiscard]] bool fill_fiber(Thread& thread, Module* module);
[[nodiscard]] bool fill_functools(Thread& thread, Module* module);
[[nodiscard]] bool fill_gc(Thread& thread, Module* module);
[[nodiscard]] bool fill_grp(Thread& thread, Module* module);
[[nodiscard]] bool fill_hashlib(Thread& thread, Module* module);
[[nodiscard]] bool fill_heapq(Thread& thread, Module* module);
[[nodiscard]] bool fill_io(Thread& thread, Module* module);
[[nodiscard]] bool fill_itertools(Thread& thread, Module* module);
[[nodiscard]] bool fill_json(Thread& thread, Module* module);
[[nodiscard]] bool fill_math(Thread& thread, Module* module);
[[nodiscard]] bool fill_multiprocessing(Thread& thread, Module* module);
[[nodiscard]] bool fill_operator(Thread& thread, Module* module);
[[nodiscard]] bool fill_pickle(Thread& thread, Module* module);
[[nodiscard]] bool fill_posix(Thread& thread, Module* module);
[[nodiscard]] bool fill_posixsubprocess(Thread& thread, Module* module);
[[nodiscard]] bool fill_pwd(Thread& thread, Module* module);
[[nodiscard]] bool fill_queue(Thread& thread, Module* module);
[[nodiscard]] bool fill_random(Thread& thread, Module* module);
[[nodiscard]] bool fill_re(Thread& thread, Module* module);
[[nodiscard]] bool fill_resource(Thread& thread, Module* module);
[[nodiscard]] bool fill_select(Thread& thread, Module* module);
[[nodiscard]] bool fill_signal(Thread& thread, Module* module);
[[nodiscard]] bool fill_socket(Thread& thread, Module* module);
[[nodiscard]] bool fill_ssl(Thread& thread, Module* module);
[[nodiscard]] bool fill_struct(Thread& thread, Module* module);
[[nodiscard]] bool fill_thread(Thread& thread, Module* module);
[[nodiscard]] bool fill_time(Thread& thread, Module* module);
[[nodiscard]] bool fill_traceback(Thread& thread, Module* module);
[[nodiscard]] bool fill_unicodedata(Thread& thread, Module* module);
[[nodiscard]] bool fill_weakref(Thread& thread, Module* module);
[[nodiscard]] bool fill_weft(Thread& thread, Module* module);
[[nodiscard]] bool fill_zlib(Thread& thread, Module* module);

}  // namespace weft
