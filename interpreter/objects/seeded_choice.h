// The generator behind a seeded schedule: who goes on among those that can.
#pragma once

#include <cstdint>

namespace weft {

// The next number below `limit`. `state` (Isolate::schedule_state) is not 0 and never becomes it.
inline uint64_t next_choice(uint64_t& state, uint64_t limit) {
  // xorshift64
  state ^= state << 13;
  state ^= state >> 7;
  state ^= state << 17;
  return (state >> 32) % limit;
}

// The state a seed begins with; 0 for 0.
inline uint64_t state_of_seed(uint64_t seed) {
  if (seed == 0) return 0;
  // Seeds are small numbers, of which the generator would make more small ones at first.
  uint64_t state = seed * 0x9e3779b97f4a7c15;
  if (state == 0) state = 1;
  constexpr int Steps = 16;
  for (int i = 0; i < Steps; ++i) static_cast<void>(next_choice(state, 1));
  return state;
}

}  // namespace weft
