#include "runtime/fiber/script_stack.h"

#include <algorithm>
#include <cstdlib>

namespace weft::runtime {

namespace {
constexpr size_t LargestChunk = 64 * 1024;
}

ScriptStack::ScriptStack(size_t first_chunk_bytes) : next_chunk_bytes_(first_chunk_bytes) {}

ScriptStack::~ScriptStack() { release(); }

void ScriptStack::release() {
  while (chunk_ != nullptr) {
    Chunk* previous = chunk_->previous;
    free_chunk(chunk_);
    chunk_ = previous;
  }
  if (spare_ != nullptr) free_chunk(spare_);
  spare_ = nullptr;
  top_ = nullptr;
  limit_ = nullptr;
}

ScriptStack::Chunk* ScriptStack::make_chunk(size_t bytes) {
  auto* chunk = static_cast<Chunk*>(std::malloc(bytes));
  if (chunk == nullptr) return nullptr;
  chunk->end = reinterpret_cast<char*>(chunk) + bytes;
  return chunk;
}

void ScriptStack::free_chunk(Chunk* chunk) { std::free(chunk); }

void* ScriptStack::push_chunk(size_t bytes) {
  const size_t needed = bytes + sizeof(Chunk);
  Chunk* chunk = spare_;
  spare_ = nullptr;
  if (chunk != nullptr &&
      needed > static_cast<size_t>(chunk->end - reinterpret_cast<char*>(chunk))) {
    free_chunk(chunk);
    chunk = nullptr;
  }
  if (chunk == nullptr) {
    chunk = make_chunk(std::max(needed, next_chunk_bytes_));
    if (chunk == nullptr) return nullptr;
    next_chunk_bytes_ = std::min(next_chunk_bytes_ * 2, LargestChunk);
  }
  chunk->previous = chunk_;
  chunk->previous_top = top_;
  chunk_ = chunk;
  char* place = reinterpret_cast<char*>(chunk + 1);
  top_ = place + bytes;
  limit_ = chunk->end;
  return place;
}

void ScriptStack::pop_chunk() {
  Chunk* emptied = chunk_;
  chunk_ = emptied->previous;
  top_ = emptied->previous_top;
  limit_ = chunk_ == nullptr ? top_ : chunk_->end;
  if (spare_ != nullptr) free_chunk(spare_);
  spare_ = emptied;
}

}  // namespace weft::runtime
