// dict.keys(), dict.values() and dict.items(): views of a dict, which follow its changes.
#pragma once

#include "interpreter/objects/dict.h"

namespace weft {

struct DictView : Object {  // kinds DictKeys, DictValues, DictItems
  using Object::Object;
  Dict* dict;
};

[[nodiscard]] Value make_dict_keys(Thread& thread, Dict* dict);
[[nodiscard]] Value make_dict_values(Thread& thread, Dict* dict);
[[nodiscard]] Value make_dict_items(Thread& thread, Dict* dict);

inline bool is_dict_view(Value value) {
  return is_kind(value, Kind::DictKeys) || is_kind(value, Kind::DictValues) ||
         is_kind(value, Kind::DictItems);
}

}  // namespace weft
