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

// Methods that give one answer while the stream is open; `open` gives null with an exception
// pending when it is not.
enum class Answer : uint8_t { None, False, True, Self };
template <auto open, Answer answer>
Value if_open(Thread& thread, Arguments arguments) {
  if (open(thread, arguments[0]) == nullptr) return Value::error();
  if (answer == Answer::Self) return arguments[0];
  return answer == Answer::None ? Value::none() : Value::boolean(answer == Answer::True);
}

// Methods that streams in memory have alike.
Value refused_fileno(Thread& thread, Arguments arguments);
Value refused_detach(Thread& thread, Arguments arguments);
Value memory_stream_exit(Thread& thread, Arguments arguments);

}  // namespace weft
