// The names of one compilation: each distinct text is one Identifier, compared by pointer.
//
// The parser hands out equal names as equal addresses, so a name seen before is found by hashing
// its address; only a name's first occurrence has its bytes looked at. Names the compiler makes up
// ("__class__", mangled private names) meet those of the source because texts are looked up by
// content in the end. Identifiers live in the compilation's arena.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "interpreter/objects/str.h"
#include "interpreter/syntax/arena.h"
#include "runtime/heap/rooted.h"

namespace weft::compiler {

struct Identifier {
  std::string_view text;
  uint32_t index;  // position in the table, dense from 0
};

class IdentifierTable {
 public:
  IdentifierTable(Thread& thread, syntax::Arena& arena);

  // `text` must live as long as the table.
  Identifier* find_or_add(std::string_view text);
  // The name as code inside class `class_name` (null outside of classes) means it: private names
  // ("__spam") get the class's name in front.
  Identifier* mangle(const Identifier* class_name, std::string_view text);
  // The interned str, kept alive by the table. Null with MemoryError pending.
  Str* str(const Identifier* identifier);

 private:
  struct AddressEntry {
    const char* data = nullptr;
    size_t size = 0;
    Identifier* identifier = nullptr;
  };

  // `lasting` says that the text lives as long as the table; else it is copied when new.
  Identifier* find_or_add_by_content(std::string_view text, bool lasting);
  void grow_addresses();
  void grow_contents();

  Thread& thread_;
  syntax::Arena& arena_;
  std::vector<AddressEntry> addresses_;  // open addressing, a power of two
  size_t address_count_ = 0;
  std::vector<Identifier*> contents_;  // likewise
  uint32_t count_ = 0;
  runtime::RootedVector strings_;  // by Identifier::index; error word until asked for
};

}  // namespace weft::compiler
