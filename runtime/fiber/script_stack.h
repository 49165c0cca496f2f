// The script stack of a fiber: where frames of script calls lie.
//
// A chain of chunks from malloc that never move, so pointers to frames and registers stay good. The
// first chunk is small (a parked fiber costs a few hundred bytes), later ones grow. Frames are
// pushed and popped in strict stack order. The frame that opens a chunk is told so
// (`first_in_chunk`) and hands the fact back when it is popped: an ordinary pop is one store.
// One emptied chunk is kept, so that a loop calling across a boundary does not allocate.
#pragma once

#include <cstddef>
#include <cstdint>

namespace weft::runtime {

class ScriptStack {
 public:
  static constexpr size_t DefaultFirstChunk = 256;

  explicit ScriptStack(size_t first_chunk_bytes = DefaultFirstChunk);
  ~ScriptStack();
  ScriptStack(const ScriptStack&) = delete;
  ScriptStack& operator=(const ScriptStack&) = delete;

  // Memory for a frame of `bytes` (a multiple of 8). Null when the system has none.
  [[nodiscard]] void* push(size_t bytes, bool& first_in_chunk) {
    char* place = top_;
    if (bytes <= static_cast<size_t>(limit_ - place)) [[likely]] {
      top_ = place + bytes;
      first_in_chunk = false;
      return place;
    }
    first_in_chunk = true;
    return push_chunk(bytes);
  }

  // The same within the chunk in use: false where that has no room. `end` is the place's.
  [[nodiscard]] bool push_within_chunk(size_t bytes, void*& place, void*& end) {
    const uintptr_t new_top = reinterpret_cast<uintptr_t>(top_) + bytes;
    if (new_top > reinterpret_cast<uintptr_t>(limit_)) [[unlikely]]
      return false;
    place = top_;
    top_ = reinterpret_cast<char*>(new_top);
    end = top_;
    return true;
  }

  // `frame` is the one pushed last.
  void pop(void* frame, bool first_in_chunk) {
    if (first_in_chunk) [[unlikely]] {
      pop_chunk();
      return;
    }
    top_ = static_cast<char*>(frame);
  }

  // Gives everything back; nothing may lie on the stack any more that is looked at.
  void release();

 private:
  struct Chunk {
    Chunk* previous;
    char* end;
    char* previous_top;  // where `previous` was filled to
  };

  void* push_chunk(size_t bytes);
  void pop_chunk();
  Chunk* make_chunk(size_t bytes);
  void free_chunk(Chunk* chunk);

  char* top_ = nullptr;
  char* limit_ = nullptr;
  Chunk* chunk_ = nullptr;  // the one in use; null until the first push
  Chunk* spare_ = nullptr;  // an emptied later chunk
  size_t next_chunk_bytes_;
};

}  // namespace weft::runtime
