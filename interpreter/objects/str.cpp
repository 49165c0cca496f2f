// Making strings, hashing, comparing, and finding code points in them.
#include "interpreter/objects/str.h"

#include <algorithm>
#include <bit>
#include <cstring>

#include "interpreter/objects/bytes_copy.h"
#include "interpreter/objects/bytes_search.h"
#include "interpreter/objects/errors.h"
#include "interpreter/objects/isolate.h"
#include "interpreter/objects/str_intern.h"
#include "interpreter/objects/unicode.h"
#include "interpreter/objects/unicode_utf8.h"

namespace weft {

namespace {

// Code points between two entries of the index table.
constexpr uint32_t IndexStep = 64;
// Shorter texts are walked through.
constexpr uint32_t IndexMinimum = 2 * IndexStep;

Str* empty_str(Thread& thread) {
  Str*& cached = thread.isolate.empty_str;
  if (cached == nullptr) cached = intern(thread, std::string_view());
  return cached;
}

// False when memory is short.
bool attach_index(Thread& thread, Str* text, ByteBuffer* table) {
  if (text->storage_form == Str::Storage::Index) {
    store(text, text->storage(), static_cast<Cell*>(table));
    return true;
  }
  ByteBuffer* buffer = text->buffer();
  ValueArray* both = ValueArray::make(thread.isolate.heap, internal_header(Kind::ValueArray), 2);
  if (both == nullptr) return false;
  store(both, both->values[0], Value::cell(buffer));
  store(both, both->values[1], Value::cell(table));
  store(text, text->storage(), static_cast<Cell*>(both));
  text->storage_form = Str::Storage::Both;
  return true;
}

// Offsets of code points IndexStep, 2 * IndexStep, …; null when memory is short.
const uint32_t* index_table(Thread& thread, Str* text) {
  ByteBuffer* table = text->index();
  if (table == nullptr) {
    const uint64_t entries = text->char_count / IndexStep;
    table = ByteBuffer::make(thread.isolate.heap, internal_header(Kind::ByteBuffer),
                             entries * sizeof(uint32_t));
    if (table == nullptr) return nullptr;
    auto* offsets = reinterpret_cast<uint32_t*>(table->bytes);
    const char* position = text->data;
    for (uint64_t i = 0; i < entries; ++i) {
      position = utf8::skip(position, text->data + text->byte_count, IndexStep);
      offsets[i] = static_cast<uint32_t>(position - text->data);
    }
    if (!attach_index(thread, text, table)) return nullptr;
  }
  return reinterpret_cast<const uint32_t*>(table->bytes);
}

uint64_t multiply_and_fold(uint64_t left, uint64_t right) {
  const auto product = static_cast<unsigned __int128>(left) * right;
  return static_cast<uint64_t>(product) ^ static_cast<uint64_t>(product >> 64);
}

uint64_t load_half_word(const char* bytes) {
  uint32_t word;
  std::memcpy(&word, bytes, sizeof(word));
  return word;
}

}  // namespace

// --- Makers -------------------------------------------------------------------------------------

Str* allocate_str(Thread& thread, uint64_t byte_count, uint64_t char_count) {
  if (byte_count > MaxStrBytes) [[unlikely]] {
    raise_memory_error(thread);
    return nullptr;
  }
  const bool is_ascii = byte_count == char_count;
  const size_t word_bytes = is_ascii ? 0 : sizeof(Cell*);
  Str* text = make_object<Str>(thread, thread.isolate.types.str, word_bytes + byte_count + 1);
  if (text == nullptr) return nullptr;
  text->hash = 0;
  text->byte_count = static_cast<uint32_t>(byte_count);
  text->char_count = static_cast<uint32_t>(char_count);
  text->is_ascii = is_ascii;
  text->is_interned = false;
  text->is_joined = false;
  text->storage_form = is_ascii ? Str::Storage::None : Str::Storage::Index;
  if (!is_ascii) text->storage() = nullptr;
  char* bytes = reinterpret_cast<char*>(text + 1) + word_bytes;
  bytes[byte_count] = '\0';
  text->data = bytes;
  return text;
}

Str* make_str(Thread& thread, std::string_view text, uint32_t char_count) {
  if (char_count <= 1) {
    if (char_count == 0) return empty_str(thread);
    const char* position = text.data();
    const uint32_t code_point = utf8::decode(position);
    if (code_point < 256) return make_char_str(thread, code_point);
  }
  Str* made = allocate_str(thread, text.size(), char_count);
  if (made != nullptr) copy_bytes(made->inline_bytes(), text.data(), text.size());
  return made;
}

Str* make_str(Thread& thread, std::string_view text) {
  if (text.size() > MaxStrBytes) [[unlikely]] {
    raise_memory_error(thread);
    return nullptr;
  }
  return make_str(thread, text, static_cast<uint32_t>(utf8::count_chars(text.data(), text.size())));
}

Str* make_ascii_str(Thread& thread, std::string_view text) {
  if (text.size() <= 1) {
    if (text.empty()) return empty_str(thread);
    return make_char_str(thread, static_cast<uint8_t>(text[0]));
  }
  Str* made = allocate_str(thread, text.size(), text.size());
  if (made != nullptr) copy_bytes(made->inline_bytes(), text.data(), text.size());
  return made;
}

Str* make_char_str(Thread& thread, uint32_t code_point) {
  char bytes[4];
  const std::string_view text(bytes, static_cast<size_t>(utf8::encode(bytes, code_point) - bytes));
  if (code_point < 256) {
    Str*& cached = thread.isolate.char_strings[code_point];
    if (cached == nullptr) cached = intern(thread, text);
    return cached;
  }
  Str* made = allocate_str(thread, text.size(), 1);
  if (made != nullptr) copy_bytes(made->inline_bytes(), text.data(), text.size());
  return made;
}

Str* exact_str(Thread& thread, Str* text) {
  if (is_exactly(Value::cell(text), Kind::Str)) return text;
  return make_str(thread, text->view(), text->char_count);
}

Str* intern(Thread& thread, std::string_view text) {
  const uint32_t hash = hash_bytes(text);
  InternTable& table = *thread.isolate.intern_table;
  if (Str* known = table.find(text, hash)) return known;
  Str* made = allocate_str(thread, text.size(), utf8::count_chars(text.data(), text.size()));
  if (made == nullptr) return nullptr;
  copy_bytes(made->inline_bytes(), text.data(), text.size());
  made->hash = hash;
  if (!table.add(made, hash)) {
    raise_memory_error(thread);
    return nullptr;
  }
  made->is_interned = true;
  return made;
}

Str* intern(Thread& thread, Str* text) {
  if (text->is_interned) return text;
  const uint32_t hash = str_hash(text);
  InternTable& table = *thread.isolate.intern_table;
  if (Str* known = table.find(text->view(), hash)) return known;
  // Text in a shared buffer is copied: the table's string should not keep the buffer alive.
  if (text->buffer() != nullptr || !is_exactly(Value::cell(text), Kind::Str))
    return intern(thread, text->view());
  if (!table.add(text, hash)) {
    raise_memory_error(thread);
    return nullptr;
  }
  text->is_interned = true;
  return text;
}

// --- Code points --------------------------------------------------------------------------------

uint32_t byte_offset(Thread& thread, Str* text, uint32_t char_index) {
  if (text->is_ascii) return char_index;
  if (char_index >= text->char_count) return text->byte_count;
  uint32_t start = 0;
  if (char_index >= IndexStep && text->char_count >= IndexMinimum) {
    const uint32_t entry = char_index / IndexStep;
    if (const uint32_t* table = index_table(thread, text)) {
      start = table[entry - 1];
      char_index -= entry * IndexStep;
    }
  }
  const char* end = text->data + text->byte_count;
  return static_cast<uint32_t>(utf8::skip(text->data + start, end, char_index) - text->data);
}

uint32_t char_index(Thread& thread, Str* text, uint32_t byte_offset) {
  if (text->is_ascii) return byte_offset;
  if (byte_offset >= text->byte_count) return text->char_count;
  uint32_t start = 0;
  uint32_t chars = 0;
  // Counting is quick: the table is worth building for long texts only, but used if it is there.
  if (text->index() != nullptr || text->byte_count > 16 * IndexMinimum) {
    if (const uint32_t* table = index_table(thread, text)) {
      const uint32_t entries = text->char_count / IndexStep;
      const uint32_t before =
          static_cast<uint32_t>(std::upper_bound(table, table + entries, byte_offset) - table);
      if (before != 0) {
        start = table[before - 1];
        chars = before * IndexStep;
      }
    }
  }
  return chars + static_cast<uint32_t>(utf8::count_chars(text->data + start, byte_offset - start));
}

Str* substring(Thread& thread, Str* text, uint32_t from_char, uint32_t to_char) {
  if (from_char >= to_char) return empty_str(thread);
  const uint32_t chars = to_char - from_char;
  if (chars == text->char_count) return exact_str(thread, text);
  if (text->is_ascii) return make_ascii_str(thread, text->view().substr(from_char, chars));
  const uint32_t from = byte_offset(thread, text, from_char);
  const uint32_t to = byte_offset(thread, text, to_char);
  return make_str(thread, text->view().substr(from, to - from), chars);
}

Value str_get_item(Thread& thread, Str* text, int64_t index) {
  if (index < 0) index += text->char_count;
  if (index < 0 || index >= text->char_count) [[unlikely]]
    return raise_index_error(thread, "string index out of range");
  if (text->is_ascii) {
    const auto byte = static_cast<uint8_t>(text->data[index]);
    Str* cached = thread.isolate.char_strings[byte];
    return Value::cell(cached != nullptr ? cached : make_char_str(thread, byte));
  }
  const char* position = text->data + byte_offset(thread, text, static_cast<uint32_t>(index));
  return Value::cell(make_char_str(thread, utf8::decode(position)));
}

bool is_identifier(const Str* text) {
  const char* position = text->data;
  const char* end = position + text->byte_count;
  if (position == end || !unicode::is_identifier_start(utf8::decode(position))) return false;
  while (position != end)
    if (!unicode::is_identifier_continue(utf8::decode(position))) return false;
  return true;
}

// --- Hash and comparison ------------------------------------------------------------------------

// Blocks of 16 bytes are mixed by a full 64-bit multiplication whose halves are folded; the rest is
// read as two words that may overlap. The length goes in at the end, so that no text is the prefix
// of another to the mixer.
uint32_t hash_bytes(std::string_view bytes) {
  constexpr uint64_t First = 0x9e3779b97f4a7c15;
  constexpr uint64_t Second = 0xd1b54a32d192ed03;
  const char* position = bytes.data();
  size_t left = bytes.size();
  uint64_t state = First;
  while (left > 16) {
    state = multiply_and_fold(utf8::load_word(position) ^ First ^ state,
                              utf8::load_word(position + 8) ^ Second);
    position += 16;
    left -= 16;
  }
  uint64_t low = 0;
  uint64_t high = 0;
  if (left >= 8) {
    low = utf8::load_word(position);
    high = utf8::load_word(position + left - 8);
  } else if (left >= 4) {
    low = load_half_word(position);
    high = load_half_word(position + left - 4);
  } else if (left != 0) {
    low = static_cast<uint8_t>(position[0]) |
          static_cast<uint64_t>(static_cast<uint8_t>(position[left >> 1])) << 8;
    high = static_cast<uint8_t>(position[left - 1]);
  } else {
    return 0;  // of no text, as in CPython; computed anew each time, which costs nothing
  }
  state = multiply_and_fold(low ^ First ^ state, high ^ Second ^ bytes.size());
  const auto hash = static_cast<uint32_t>(state ^ state >> 32);
  return hash != 0 ? hash : 1;
}

uint32_t compute_str_hash(Str* text) { return text->hash = hash_bytes(text->view()); }

int str_compare(const Str* left, const Str* right) {
  const uint32_t common = std::min(left->byte_count, right->byte_count);
  if (common == 0)
    return left->byte_count == right->byte_count ? 0 : left->byte_count == 0 ? -1 : 1;
  // Mostly the first byte decides, which is no worth of a call.
  const int first = static_cast<uint8_t>(left->data[0]) - static_cast<uint8_t>(right->data[0]);
  if (first != 0) return first;
  const int order = std::memcmp(left->data, right->data, common);
  if (order != 0) return order;
  return left->byte_count < right->byte_count ? -1 : left->byte_count > right->byte_count ? 1 : 0;
}

bool str_contains(const Str* text, const Str* part) {
  return find_bytes(text->view(), part->view()) != NotFound;
}

}  // namespace weft
