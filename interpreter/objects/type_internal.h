// What the files that make and change classes share among themselves.
#pragma once

#include "interpreter/objects/type.h"

namespace weft {

// A Type cell with every field in a state the collector and lookups survive: no name, no MRO.
[[nodiscard]] Type* allocate_type(Thread& thread, uint64_t header);
// Recomputes `specials` and the flags derived from them from the dicts of the MRO.
void refresh_specials(Thread& thread, Type* type);
// Enters `type` in the list of subclasses of each of its bases.
[[nodiscard]] bool link_to_bases(Thread& thread, Type* type);
void unlink_from_bases(Type* type);
// The `__module__` of a class as found in its dict or declaration; unset if there is none.
Value type_module_name(Thread& thread, const Type* type);
// The MRO as compute_mro() or the metaclass's own mro() gives it. Null with an exception pending.
[[nodiscard]] Tuple* settle_mro(Thread& thread, Type* type);

// The class up the line of `base` that last added something to the layout of instances.
Type* solid_base(Type* type);
// The base whose layout a class with these bases extends. Null with TypeError pending.
[[nodiscard]] Type* best_base(Thread& thread, Tuple* bases);
// Whether objects of `from` may become objects of `to`.
bool has_compatible_layout(Type* from, Type* to);

}  // namespace weft
