#pragma once

// The memory of one parse: blocks that are filled by bumping a pointer and all freed together.
//
// Nothing allocated here is ever destroyed, so only types with trivial destructors may live in it.
// Addresses are stable for the life of the arena, moves of the arena included. Running out of
// memory is std::bad_alloc, as everywhere.

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <memory>
#include <new>
#include <span>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

namespace weft::syntax {

class Arena {
 public:
  Arena() = default;
  Arena(Arena&&) noexcept = default;
  Arena& operator=(Arena&&) noexcept = default;

  void* allocate(size_t size) {
    size = (size + Alignment - 1) & ~(Alignment - 1);
    if (size > static_cast<size_t>(end_ - next_)) return allocate_slowly(size);
    char* place = next_;
    next_ += size;
    return place;
  }

  // A T made of these arguments, value-initialised without any.
  template <class T, class... Arguments>
  T* create(Arguments&&... arguments) {
    static_assert(std::is_trivially_destructible_v<T> && alignof(T) <= Alignment);
    return new (allocate(sizeof(T))) T(std::forward<Arguments>(arguments)...);
  }

  // A copy of `count` elements.
  template <class T>
  std::span<T> copy(const T* elements, size_t count) {
    static_assert(std::is_trivially_copyable_v<T> && alignof(T) <= Alignment);
    if (count == 0) return {};
    T* place = static_cast<T*>(allocate(count * sizeof(T)));
    std::memcpy(static_cast<void*>(place), elements, count * sizeof(T));
    return {place, count};
  }

  std::string_view copy(std::string_view text) {
    if (text.empty()) return {};
    std::span<char> place = copy(text.data(), text.size());
    return {place.data(), place.size()};
  }

 private:
  static constexpr size_t Alignment = 8;
  static constexpr size_t FirstBlock = 4 * 1024;
  static constexpr size_t LargestBlock = 1024 * 1024;

  void* allocate_slowly(size_t size) {
    if (size > next_block_ / 4) {  // big things get a block of their own; the current one goes on
      blocks_.push_back(std::make_unique_for_overwrite<char[]>(size));
      return blocks_.back().get();
    }
    blocks_.push_back(std::make_unique_for_overwrite<char[]>(next_block_));
    next_ = blocks_.back().get();
    end_ = next_ + next_block_;
    if (next_block_ < LargestBlock) next_block_ *= 2;
    return std::exchange(next_, next_ + size);
  }

  char* next_ = nullptr;
  char* end_ = nullptr;
  size_t next_block_ = FirstBlock;
  std::vector<std::unique_ptr<char[]>> blocks_;
};

}  // namespace weft::syntax
