// The script part of the standard library, compiled into the binary as text.
//
// Every stdlib/<folder>/**.py is one entry. A folder that has an __init__.py is a package and its
// files are its submodules (asyncio/events.py is asyncio.events); a folder without one only groups
// files, each of which is a top-level module (functools/functools.py is functools). The build fails
// when two files claim one name.
#pragma once

#include <span>
#include <string_view>

namespace weft {

struct EmbeddedSource {
  std::string_view module_name;  // dotted: "asyncio.events"
  bool is_package;               // the entry is the package's __init__.py
  std::string_view source;       // UTF-8 as in the file; a NUL follows the last byte
};

// Sorted by module_name, so that a lookup may bisect. Static data, valid for ever.
std::span<const EmbeddedSource> embedded_sources();

}  // namespace weft
