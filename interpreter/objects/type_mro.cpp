// The method resolution order: C3 linearisation.
#include <algorithm>
#include <vector>

#include "interpreter/objects/errors.h"
#include "interpreter/objects/isolate.h"
#include "interpreter/objects/list.h"
#include "interpreter/objects/operations.h"
#include "interpreter/objects/str.h"
#include "interpreter/objects/type.h"
#include "interpreter/objects/type_internal.h"

namespace weft {
namespace {

// One of the sequences being merged: a base's MRO, or the list of bases. Entries before `next` are
// taken. The tuples stay alive through the type under construction.
struct Sequence {
  std::span<const Value> entries;
  size_t next = 0;

  bool is_done() const { return next == entries.size(); }
  Value head() const { return entries[next]; }
  bool holds_later(Value candidate) const {
    return !is_done() && std::find(entries.begin() + static_cast<ptrdiff_t>(next) + 1,
                                   entries.end(), candidate) != entries.end();
  }
};

void raise_inconsistent(Thread& thread, const std::vector<Sequence>& sequences) {
  std::vector<Value> heads;
  std::string names;
  for (const Sequence& sequence : sequences) {
    if (sequence.is_done() || std::ranges::find(heads, sequence.head()) != heads.end()) continue;
    heads.push_back(sequence.head());
    if (!names.empty()) names += ", ";
    names += as_type(sequence.head())->name->view();
  }
  raise_type_error(thread, text("Cannot create a consistent method resolution\norder (MRO) for "
                                "bases ",
                                names));
}

}  // namespace

Tuple* compute_mro(Thread& thread, Type* type) {
  const Tuple* bases = type->bases;
  for (uint64_t i = 0; i < bases->count; ++i)
    for (uint64_t j = i + 1; j < bases->count; ++j)
      if (bases->values[i] == bases->values[j]) {
        raise_type_error(thread,
                         text("duplicate base class ", as_type(bases->values[i])->name->view()));
        return nullptr;
      }
  std::vector<Sequence> sequences;
  size_t total = 1;
  for (const Value base : bases->view()) {
    sequences.push_back({as_type(base)->mro->view()});
    total += as_type(base)->mro->count;
  }
  sequences.push_back({bases->view()});
  std::vector<Value> order{Value::cell(type)};
  order.reserve(total);
  for (;;) {
    bool done = true;
    Value chosen = Value::unset();
    for (const Sequence& sequence : sequences) {
      if (sequence.is_done()) continue;
      done = false;
      const Value candidate = sequence.head();
      if (std::ranges::none_of(
              sequences, [&](const Sequence& other) { return other.holds_later(candidate); })) {
        chosen = candidate;
        break;
      }
    }
    if (done) break;
    if (chosen.is_unset()) {
      raise_inconsistent(thread, sequences);
      return nullptr;
    }
    order.push_back(chosen);
    for (Sequence& sequence : sequences)
      if (!sequence.is_done() && sequence.head() == chosen) ++sequence.next;
  }
  return make_tuple(thread, std::span<const Value>(order.data(), order.size()));
}

Tuple* settle_mro(Thread& thread, Type* type) {
  Type* metaclass = type->type();
  Str* name = thread.isolate.names.mro;
  const Value method = type_lookup(thread, metaclass, name);
  if (method == type_lookup(thread, thread.isolate.types.type, name))
    return compute_mro(thread, type);
  const Value given = call_method(thread, Value::cell(type), "mro", {});
  if (!given) return nullptr;
  Tuple* order = tuple_from_iterable(thread, given);
  if (order == nullptr) return nullptr;
  if (order->count == 0) {
    raise_type_error(thread, "type MRO must not be empty");
    return nullptr;
  }
  for (const Value entry : order->view()) {
    if (!is_type(entry)) {
      raise_type_error(thread,
                       text("mro() returned a non-class ('", type_name(thread, entry), "')"));
      return nullptr;
    }
    if (!is_subtype(solid_base(type), solid_base(as_type(entry)))) {
      raise_type_error(thread, text("mro() returned base with unsuitable layout ('",
                                    as_type(entry)->name->view(), "')"));
      return nullptr;
    }
  }
  return order;
}

}  // namespace weft
