// Many transfers at once, and the connections kept for the next ones.
//
// libcurl says which sockets and which time it waits for; both are put into an epoll set, one a
// multi, and that set is the one descriptor that the hub's poller watches while transfers run. When
// something is ready the hub calls drive(), which lets libcurl go on and wakes the fibers whose
// transfers got where they are waited for. No fiber and no thread serves the transfers, and none of
// this runs script code.
//
// A multi belongs to a thread, whose hub watches it. As long as transfers run, others begin theirs
// in another one (is_free_for()). They may wait for a transfer of this one: then it is theirs
// unless the owner waits as well, and passes to them when the owner has got what it waited for.
//
// Rules
//  1. What libcurl calls gets the core, which is no cell: a multi and its transfers may be swept in
//     any order.
//  2. Whatever may have made libcurl want to go on (a transfer added, removed, unpaused) is
//  followed
//     by drive().
//  3. In the child after a fork the set is shared with the parent: a core of another process is
//     never touched again.
#pragma once

#include <sys/types.h>

#include <memory>

#include "interpreter/objects/fiber.h"
#include "runtime/io/poller.h"
#include "stdlib/_curl/library.h"
#include "stdlib/custom_object.h"

namespace weft::curl {

struct Transfer;

struct MultiCore {
  explicit MultiCore(std::shared_ptr<const Library> loaded) : library(std::move(loaded)) {}
  ~MultiCore();
  MultiCore(const MultiCore&) = delete;
  MultiCore& operator=(const MultiCore&) = delete;

  bool is_of_this_process() const;

  std::shared_ptr<const Library> library;
  CURLM* handle = nullptr;
  int set = -1;    // epoll: libcurl's sockets and the timer
  int timer = -1;  // timerfd
  bool timer_is_set = false;
  bool is_due = false;  // libcurl is to be called although nothing is ready
  pid_t process = 0;
};

struct Multi : CustomObject {
  using CustomObject::CustomObject;
  std::shared_ptr<MultiCore>* core;  // owned; null when closed
  Transfer* first_running;
  Fiber* owner;     // the main fiber of the thread whose hub watches; null: none does
  bool is_closing;  // takes no more transfers; is closed behind the last one
};

extern const CustomOperations multi_operations;

// Null: exception pending.
[[nodiscard]] Multi* make_multi(Thread& thread, Type* type);
// Whether the thread may start transfers without taking the multi away from another one.
bool is_free_for(const Thread& thread, const Multi* multi);
// Closes the connections, those that are in use as soon as they are not.
void close_multi(Thread& thread, Multi* multi);

// Adds the transfer to those that run. False: exception pending.
[[nodiscard]] bool start_in(Thread& thread, Multi* multi, Transfer* transfer);
// The thread's hub watches from now on. False: exception pending.
[[nodiscard]] bool take_over(Thread& thread, Multi* multi);
// Takes a transfer out of those that run.
void leave_multi(Transfer* transfer);
// Lets libcurl do what it can do now.
void drive(Thread& thread, Multi* multi);

}  // namespace weft::curl
