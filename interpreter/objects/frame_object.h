// Frames as scripts see them.
//
// A FrameObject is made when a script asks for one. While the frame runs it looks at the frame;
// when the frame ends it keeps a copy of the registers, so that f_locals still works.
#pragma once

#include "interpreter/objects/frame.h"

namespace weft {

struct Traceback;

struct FrameObject : Object {
  using Object::Object;
  Frame* frame;          // null once ended (or when made for a frame that had ended)
  Generator* generator;  // the generator the frame lies in; null for others
  Code* code;
  Function* function;  // null for namespace code
  Dict* globals;
  Object* locals;         // namespace of code with UsesNamespace
  FrameObject* back;      // after the end: the caller's; null if none
  ValueArray* registers;  // after the end; null if they are not known
  uint32_t offset;        // after the end: the instruction word that was running
};

// Null with MemoryError pending.
[[nodiscard]] FrameObject* frame_object_of(Thread& thread, Frame* frame);
// For the frame of a traceback entry: its own while it lives, else one of what the entry knows.
[[nodiscard]] FrameObject* frame_object_of(Thread& thread, const Traceback* entry);
// The frame ends: its object must do without it. Called while it is still whole.
void detach_frame_object(Thread& thread, Frame* frame);

uint32_t frame_object_line(const FrameObject* frame_object);

}  // namespace weft
