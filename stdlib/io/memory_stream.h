// Streams in memory: io.StringIO and io.BytesIO.
#pragma once

#include "stdlib/module_filling.h"

namespace weft {

struct MemoryStreamState final : runtime::RootSource {
  void trace_roots(runtime::Marker& marker) override;
  Type* text_stream = nullptr;
  Type* byte_stream = nullptr;
};

// The types; false with an exception pending.
[[nodiscard]] bool make_text_stream_type(Thread& thread, MemoryStreamState& state);
[[nodiscard]] bool make_byte_stream_type(Thread& thread, MemoryStreamState& state);

// The size argument of reads: nullopt means all that is left, with `failed` set an exception is
// pending.
std::optional<uint64_t> read_size(Thread& thread, Value value, bool& failed);

}  // namespace weft
