// Memory that a process shares with those it starts: with children made by fork as it is mapped,
// with fresh interpreters by a descriptor they are given.
//
// Small things lie together in one piece of memory, so that thousands of locks take a few
// descriptors. A place is never given to anybody else: other processes may still use it. A piece is
// gone from a process with the last thing in it.
#pragma once

#include <cstddef>
#include <memory>

#include "interpreter/objects/isolate.h"

namespace weft {

// A file that has no name, and its mapping.
class SharedMemory {
 public:
  // Owns the descriptor from now on.
  explicit SharedMemory(int descriptor) : descriptor_(descriptor) {}
  ~SharedMemory();
  SharedMemory(const SharedMemory&) = delete;
  SharedMemory& operator=(const SharedMemory&) = delete;

  int descriptor() const { return descriptor_; }
  char* start() const { return start_; }
  size_t size() const { return size_; }

  // Makes the file of this size, all of it for this process to give away. False: errno says why.
  bool create(size_t size);
  // Maps what another process has made. False: errno says why.
  bool open();
  // A place that nobody had; null if there is none that this process, which may be a child of the
  // one that made the file, could give away.
  char* take(size_t size);

 private:
  bool map(size_t size);

  int descriptor_;
  char* start_ = nullptr;
  size_t size_ = 0;
  size_t taken_ = 0;
  int owner_ = 0;  // the process that gives away what is in it
};

// Where something lies in it.
struct SharedPlace {
  std::shared_ptr<SharedMemory> memory;
  char* address = nullptr;

  size_t offset() const { return static_cast<size_t>(address - memory->start()); }
};

// A place of zeros. Null: exception pending.
[[nodiscard]] std::unique_ptr<SharedPlace> make_shared_place(Thread& thread, size_t size);

// The same place, in a process that was given the descriptor, which belongs to the memory from now
// on. Null: exception pending.
[[nodiscard]] std::unique_ptr<SharedPlace> find_shared_place(Thread& thread, int descriptor,
                                                             size_t offset, size_t size);

// (descriptor, offset) for find_shared_place().
[[nodiscard]] Value shared_place_address(Thread& thread, const SharedPlace& place);

}  // namespace weft
