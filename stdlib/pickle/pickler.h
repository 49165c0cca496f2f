// Writing pickles.
//
// One pass over the object's graph, recursive on the native stack; what is deeper than that raises
// RecursionError. An object that is met again is written as a reference to the memo. Bytes are
// those CPython's native pickler writes (protocols 2 to 5), frames included.
//
// When something cannot be pickled the exception gets a note that says where in the graph it lies:
// "when pickling attribute 'lock' of <class 'Job'>".
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "stdlib/custom_object.h"
#include "stdlib/pickle/pickle_state.h"

namespace weft::pickle {

// Which objects have been written, by identity, and their numbers. Keeps them alive.
class Memo {
 public:
  // -1 when it is not there.
  int64_t find(Value object) const;
  // The number it is given; throws std::bad_alloc as std::vector does.
  uint32_t add(Value object);
  void clear();
  uint32_t count() const { return count_; }
  void trace(Marker& marker) const;
  template <class Visit>
  bool for_each(Visit visit) const {
    for (const Entry& entry : entries_) {
      if (entry.bits != 0 && !visit(Value::from_bits(entry.bits), entry.number)) return false;
    }
    return true;
  }

 private:
  struct Entry {
    uint64_t bits = 0;  // 0: free
    uint32_t number = 0;
  };
  size_t place_of(uint64_t bits) const;
  void grow();

  std::vector<Entry> entries_;
  uint32_t count_ = 0;
};

// What a Pickler owns outside of the heap.
struct PicklerData {
  Memo memo;
  std::string output;
  size_t frame_start = NoFrame;
  bool framing = false;  // protocol 4 and above, and not within a large string
  int64_t protocol = DefaultProtocol;
  bool fix_imports = true;
  bool fast = false;                      // no memo
  std::vector<std::string> failure_path;  // where saving failed, innermost first

  static constexpr size_t NoFrame = SIZE_MAX;
};

struct Pickler : CustomObject {
  using CustomObject::CustomObject;
  PicklerData* data;  // owned; null before __init__
  Value write;        // of the file; unset for none
  Value buffer_callback;
  // What a subclass defines; unset where it does not. Looked up when a dump begins.
  Value persistent_id;
  Value reducer_override;
  Value dispatch_table;
  Cell* overflow;
};

// Writes `object` behind what is in the output already. False: exception pending.
[[nodiscard]] bool dump(Thread& thread, Pickler* pickler, Value object);

// --- Parts

// Each false: exception pending.
[[nodiscard]] bool save(Thread& thread, Pickler* pickler, Value object);
[[nodiscard]] bool save_global(Thread& thread, Pickler* pickler, Value object, Str* name);
// `reduced` is what a __reduce__ gave for `object`, checked to be a tuple. An unset object is one
// that is not to be memoised.
[[nodiscard]] bool save_reduced(Thread& thread, Pickler* pickler, Value reduced, Value object);
// What a function that takes apart gave: a name or a tuple. NotImplemented is the caller's.
[[nodiscard]] bool save_reduction(Thread& thread, Pickler* pickler, Value reduced, Value object);
// Through its class's or its own ways of taking apart.
[[nodiscard]] bool save_by_reducing(Thread& thread, Pickler* pickler, Value object);
// Elements of an iterator, of a list or of items.
[[nodiscard]] bool save_appends(Thread& thread, Pickler* pickler, Value iterator);
[[nodiscard]] bool save_items(Thread& thread, Pickler* pickler, Value iterator);
[[nodiscard]] bool save_dict_items(Thread& thread, Pickler* pickler, Dict* dict);

// Where a failure lies, for the note; false.
bool failed_at(Pickler* pickler, std::string where);

void put_opcode(PicklerData& data, Opcode opcode);
void put_bytes(PicklerData& data, std::string_view bytes);
void put_number(PicklerData& data, uint64_t number, unsigned bytes);
// Bytes that may be large enough to stand outside of frames. False: exception pending.
[[nodiscard]] bool put_payload(Thread& thread, Pickler* pickler, std::string_view header,
                               std::string_view payload);
void memoize(PicklerData& data, Value object);
void put_memo_reference(PicklerData& data, int64_t number);

}  // namespace weft::pickle
