// The address default reprs show: "0x7f12a4b0".
#pragma once

#include <string>

#include "interpreter/objects/object.h"

namespace weft {

std::string address_text(Value value);
inline std::string address_text(const Cell* cell) { return address_text(Value::cell(cell)); }

}  // namespace weft
