// What a native module keeps per isolate: a RootSource of its own, found by its type.
#pragma once

#include "interpreter/objects/isolate.h"

namespace weft {

namespace detail {
template <class State>
inline constexpr char module_state_key = 0;
}  // namespace detail

// Made on first use; lives as long as the isolate, and is asked for roots at each collection.
template <class State>
State& module_state(Isolate& isolate) {
  const void* key = &detail::module_state_key<State>;
  for (const auto& [known, state] : isolate.module_states) {
    if (known == key) return static_cast<State&>(*state);
  }
  auto made = std::make_unique<State>();
  State& state = *made;
  isolate.extra_roots.push_back(made.get());
  isolate.module_states.emplace_back(key, std::move(made));
  return state;
}

}  // namespace weft
