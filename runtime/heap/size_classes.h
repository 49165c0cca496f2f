// The sizes small cells come in.
//
// A request is rounded up to the next size. Sizes go in steps of 8 bytes where most cells are, so
// that rounding costs nothing there, then coarser, and end with the sizes that divide a block
// evenly. All tables are computed by the compiler; a lookup with a constant folds to a constant.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

namespace weft::runtime {

constexpr size_t BlockBytes = 16 * 1024;
constexpr size_t MinCellBytes = 16;
constexpr size_t MaxSmallBytes = BlockBytes / 2;

namespace size_class_detail {

struct Step {
  size_t up_to;
  size_t step;
};
constexpr Step Steps[] = {{256, 8}, {512, 16}, {1024, 64}};
// Beyond the steps: this many cells a block, down to two.
constexpr size_t MostCellsOfDividedBlock = 15;

template <class Visit>
constexpr void for_each_size(Visit visit) {
  size_t size = MinCellBytes;
  visit(size);
  for (const Step& step : Steps) {
    while (size < step.up_to) visit(size += step.step);
  }
  for (size_t cells = MostCellsOfDividedBlock; cells >= 2; --cells) {
    visit(BlockBytes / cells / 16 * 16);
  }
}

constexpr size_t count_sizes() {
  size_t count = 0;
  for_each_size([&](size_t) { ++count; });
  return count;
}

struct Tables {
  std::array<uint16_t, count_sizes()> bytes{};
  // By size in 8-byte words, rounded up.
  std::array<uint8_t, MaxSmallBytes / 8 + 1> class_of_words{};
};

constexpr Tables make_tables() {
  Tables tables;
  size_t next = 0;
  for_each_size([&](size_t size) { tables.bytes[next++] = static_cast<uint16_t>(size); });
  size_t size_class = 0;
  for (size_t words = 0; words < tables.class_of_words.size(); ++words) {
    while (tables.bytes[size_class] < words * 8) ++size_class;
    tables.class_of_words[words] = static_cast<uint8_t>(size_class);
  }
  return tables;
}

inline constexpr Tables AllTables = make_tables();

}  // namespace size_class_detail

constexpr size_t SizeClassCount = size_class_detail::count_sizes();
static_assert(SizeClassCount < 128);

// `bytes` <= MaxSmallBytes.
constexpr size_t size_class_of(size_t bytes) {
  return size_class_detail::AllTables.class_of_words[(bytes + 7) / 8];
}
constexpr size_t size_class_bytes(size_t size_class) {
  return size_class_detail::AllTables.bytes[size_class];
}

static_assert(size_class_bytes(size_class_of(8)) == MinCellBytes);
static_assert(size_class_bytes(size_class_of(17)) == 24);
static_assert(size_class_bytes(size_class_of(MaxSmallBytes)) == MaxSmallBytes);
static_assert(size_class_bytes(SizeClassCount - 1) == MaxSmallBytes);

}  // namespace weft::runtime
