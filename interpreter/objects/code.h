// A code object: the bytecode of one function, class body, module or expression, with what it
// needs.
//
// The compiler makes it (interpreter/compiler), the dispatch loop runs it (interpreter/vm). The
// instructions and the caches are written to while running (sites specialise themselves); all else
// is immutable. The meaning of every instruction stands in interpreter/compiler/opcodes.def.
//
// Registers of a frame: parameters first, in the order positional, keyword-only, *args, **kwargs;
// then the other locals; then temporaries. All are addressed by 8 bits. Code with more than
// MaximumNearLocals locals keeps the rest (and if there are more parameters than that, all
// parameters) in far registers, from index 256 on, which only LoadFar, StoreFar and DeleteFar
// reach; `parameter_base` says where parameters begin (0 or 256).
#pragma once

#include "interpreter/objects/object.h"

namespace weft {

// A number of arguments no call has.
inline constexpr uint32_t NoSimpleCall = UINT32_MAX;

enum CodeFlags : uint32_t {
  HasVarArguments = 1,  // *args
  HasVarKeywords = 2,   // **kwargs
  IsGenerator = 4,
  IsCoroutine = 8,
  IsAsyncGenerator = 16,
  UsesNamespace = 32,  // module, class or exec code: names live in frame->locals
  IsNested = 64,
  HasBoxedParameters = 128,
  IsClassBody = 256,
  HasDocstring = 512,  // constant 0 is the docstring
  // Plain positional parameters only (no defaults considered), no generator, near parameters: the
  // dispatch loop's fast call applies when the argument count equals positional_count.
  IsSimpleCall = 1024,
  FutureAnnotations = 2048,
  IsIterableCoroutine = 4096,  // types.coroutine
  // A coroutine function of (delay, result=None, ...) that for a delay of at most 0 yields None
  // once and returns the result: `await` of such a call needs no coroutine (vm/generators.cpp).
  GivesWay = 8192,
};

// Where an exception raised by an instruction in [begin, end) continues. Sorted so that the first
// match is the innermost. Offsets are instruction words.
struct ExceptionEntry {
  uint32_t begin;
  uint32_t end;
  uint32_t handler;
  uint32_t exception_register;  // receives the exception
};

// Source position of the instruction word at `offset` and those after it up to the next entry.
struct PositionEntry {
  uint32_t offset;
  uint32_t line;  // 1-based
  uint32_t end_line;
  uint16_t column;  // UTF-8 bytes, 0-based; 0xffff: unknown
  uint16_t end_column;
};

// One inline cache. What the words mean depends on the opcode that owns it (vm/caches.h).
struct InlineCache {
  Str* name;               // the attribute or global name; null where there is none
  uint64_t header;         // header word of the receivers it is for; 0: empty
  uint64_t* version_cell;  // where the version to check lies
  uint64_t version;
  Value value;      // attribute or method value, or
  uint32_t offset;  // byte offset of the slot in the object / entry index of a global
  uint8_t state;
  uint8_t misses;
  uint16_t extra;
};

// What a call site remembers of the function it called last. The next instruction after a call is
// known only by loads that wait for one another (callee, its code, its instructions); with this it
// is one load away, and whether the guess holds is a branch that nothing waits for.
struct CallCache {
  Code* code;                    // takes as many arguments as the site gives; null: none yet
  const uint32_t* instructions;  // of `code`
  const Value* constants;
  uint64_t version;  // of the class called, whose __init__ has this code; 0 when it was a function
};
inline constexpr uint32_t MaximumCallCaches = 255;  // further sites share the last one

// Behind the header lie the call caches, then the inline caches.
struct CodeCaches : Cell {
  using Cell::Cell;
  uint64_t count;
  uint64_t call_count;

  static size_t extra_bytes(uint64_t count, uint64_t call_count) {
    return count * sizeof(InlineCache) + call_count * sizeof(CallCache);
  }
  CallCache* calls() { return reinterpret_cast<CallCache*>(this + 1); }
  InlineCache* entries() { return reinterpret_cast<InlineCache*>(calls() + call_count); }
  const InlineCache* entries() const { return const_cast<CodeCaches*>(this)->entries(); }
};
// Call cache number `index`, found from where the inline caches begin.
inline CallCache* call_cache(InlineCache* inline_caches, uint32_t index) {
  return reinterpret_cast<CallCache*>(inline_caches) - 1 - index;
}

struct Code : Object {
  using Object::Object;
  Str* name;
  Str* qualified_name;
  Str* filename;
  uint32_t first_line;
  uint32_t flags;
  uint32_t positional_count;  // positional-only ones included
  uint32_t simple_count;      // positional_count with IsSimpleCall, else NoSimpleCall
  uint32_t positional_only_count;
  uint32_t keyword_only_count;
  uint32_t parameter_base;     // register of the first parameter: 0 or 256
  uint32_t local_count;        // parameters included
  uint32_t register_count;     // size of a frame's register file
  uint32_t instruction_count;  // words
  uint32_t exception_count;
  uint32_t position_count;
  uint32_t cache_count;
  uint32_t* instructions;  // in `instruction_storage`
  const Value* constants;  // constant_tuple->values
  ByteBuffer* instruction_storage;
  Tuple* constant_tuple;
  CodeCaches* caches;           // never null, so that entering a frame needs no test
  InlineCache* inline_caches;   // caches->entries()
  ByteBuffer* exception_table;  // ExceptionEntry[exception_count]; null if none
  ByteBuffer* position_table;   // PositionEntry[position_count]
  Tuple* local_names;           // by local index: parameters first; captured ones included
  Tuple* local_registers;       // small ints: the register of each local (near or far)
  Tuple* cell_names;            // names of locals captured by inner functions (their register
                                // holds a Box)
  Tuple* free_names;            // names of the closure's boxes, in closure order

  bool has(CodeFlags flag) const { return (flags & flag) != 0; }
  uint32_t parameter_count() const {
    return positional_count + keyword_only_count + (has(HasVarArguments) ? 1 : 0) +
           (has(HasVarKeywords) ? 1 : 0);
  }
  ExceptionEntry* exceptions() const {
    return reinterpret_cast<ExceptionEntry*>(exception_table->bytes);
  }
  PositionEntry* positions() const {
    return reinterpret_cast<PositionEntry*>(position_table->bytes);
  }
};

// The position entry that covers instruction word `offset`.
const PositionEntry& position_at(const Code* code, uint32_t offset);

}  // namespace weft
