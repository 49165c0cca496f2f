#include "stdlib/multiprocessing/shared_memory.h"

#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <new>
#include <vector>

#include "interpreter/objects/descriptor_exhaustion.h"
#include "interpreter/objects/exception.h"
#include "stdlib/module_filling.h"
#include "stdlib/module_state.h"
#include "stdlib/posix/path_argument.h"

namespace weft {
namespace {

constexpr size_t PieceSize = 64 * 1024;
// Things that are written by different processes do not share a line of the cache.
constexpr size_t Alignment = 64;

// The files in use. What lies in them holds them.
struct SharedMemoryState final : runtime::RootSource {
  void trace_roots(runtime::Marker&) override {}
  std::vector<std::weak_ptr<SharedMemory>> known;
  std::weak_ptr<SharedMemory> filling;  // what small things are put into
};

void remember(SharedMemoryState& state, const std::shared_ptr<SharedMemory>& memory) {
  std::erase_if(state.known, [](const auto& each) { return each.expired(); });
  state.known.push_back(memory);
}

}  // namespace

SharedMemory::~SharedMemory() {
  if (start_ != nullptr) munmap(start_, size_);
  close(descriptor_);
}

bool SharedMemory::map(size_t size) {
  void* start = mmap(nullptr, size, PROT_READ | PROT_WRITE, MAP_SHARED, descriptor_, 0);
  if (start == MAP_FAILED) return false;
  start_ = static_cast<char*>(start);
  size_ = size;
  return true;
}

bool SharedMemory::create(size_t size) {
  owner_ = getpid();
  return ftruncate(descriptor_, static_cast<off_t>(size)) == 0 && map(size);
}

bool SharedMemory::open() {
  struct stat status {};
  return fstat(descriptor_, &status) == 0 && map(static_cast<size_t>(status.st_size));
}

char* SharedMemory::take(size_t size) {
  if (size > size_ - taken_ || owner_ != getpid()) return nullptr;
  char* place = start_ + taken_;
  taken_ = std::min(size_, (taken_ + size + Alignment - 1) / Alignment * Alignment);
  return place;
}

std::unique_ptr<SharedPlace> make_shared_place(Thread& thread, size_t size) try {
  auto& state = module_state<SharedMemoryState>(thread.isolate);
  auto place = std::make_unique<SharedPlace>();
  place->memory = state.filling.lock();
  if (place->memory != nullptr) place->address = place->memory->take(size);
  if (place->address != nullptr) return place;
  const int descriptor =
      with_descriptors(thread.isolate, [] { return memfd_create("shared", MFD_CLOEXEC); });
  if (descriptor < 0) {
    raise_errno(thread);
    return nullptr;
  }
  place->memory = std::make_shared<SharedMemory>(descriptor);
  if (!place->memory->create(std::max(size, PieceSize))) {
    raise_errno(thread);
    return nullptr;
  }
  remember(state, place->memory);
  if (size < PieceSize) state.filling = place->memory;
  place->address = place->memory->take(size);
  return place;
} catch (const std::bad_alloc&) {
  raise_out_of_memory(thread);
  return nullptr;
}

std::unique_ptr<SharedPlace> find_shared_place(Thread& thread, int descriptor, size_t offset,
                                               size_t size) try {
  auto& state = module_state<SharedMemoryState>(thread.isolate);
  auto place = std::make_unique<SharedPlace>();
  for (const auto& each : state.known) {
    std::shared_ptr<SharedMemory> known = each.lock();
    if (known != nullptr && known->descriptor() == descriptor) place->memory = std::move(known);
  }
  if (place->memory == nullptr) {
    place->memory = std::make_shared<SharedMemory>(descriptor);
    if (!place->memory->open()) {
      raise_errno(thread);
      return nullptr;
    }
    remember(state, place->memory);
  }
  if (offset > place->memory->size() || size > place->memory->size() - offset) {
    raise_value_error(thread, "no such place in the shared memory");
    return nullptr;
  }
  place->address = place->memory->start() + offset;
  return place;
} catch (const std::bad_alloc&) {
  raise_out_of_memory(thread);
  return nullptr;
}

Value shared_place_address(Thread& thread, const SharedPlace& place) {
  const Value pair[] = {Value::small_int(place.memory->descriptor()),
                        Value::small_int(static_cast<int64_t>(place.offset()))};
  return as_result(make_tuple(thread, pair));
}

}  // namespace weft
