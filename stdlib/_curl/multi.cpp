#include "stdlib/_curl/multi.h"

#include <sys/epoll.h>
#include <sys/timerfd.h>
#include <unistd.h>

#include <cerrno>

#include "interpreter/objects/descriptor_waits.h"
#include "interpreter/objects/errors.h"
#include "interpreter/objects/isolate.h"
#include "stdlib/_curl/transfer.h"

namespace weft::curl {

using runtime::Poller;

namespace {

// How often libcurl is called without a pause before others have their turn.
constexpr int MostRounds = 100;

// --- What libcurl calls

int on_socket(CURL*, curl_socket_t socket, int what, void* data, void* is_known) {
  auto& core = *static_cast<MultiCore*>(data);
  if (!core.is_of_this_process()) return 0;
  if (what == CURL_POLL_REMOVE) {
    epoll_ctl(core.set, EPOLL_CTL_DEL, socket, nullptr);
    return 0;
  }
  epoll_event event{};
  event.data.fd = socket;
  if ((what & CURL_POLL_IN) != 0) event.events |= EPOLLIN;
  if ((what & CURL_POLL_OUT) != 0) event.events |= EPOLLOUT;
  if (is_known != nullptr) {
    epoll_ctl(core.set, EPOLL_CTL_MOD, socket, &event);
    return 0;
  }
  if (epoll_ctl(core.set, EPOLL_CTL_ADD, socket, &event) != 0 && errno == EEXIST)
    epoll_ctl(core.set, EPOLL_CTL_MOD, socket, &event);
  core.library->multi_assign(core.handle, socket, data);
  return 0;
}

int on_timer(CURLM*, long milliseconds, void* data) {
  auto& core = *static_cast<MultiCore*>(data);
  core.is_due = milliseconds == 0;
  if (milliseconds <= 0 && !core.timer_is_set) return 0;
  itimerspec time{};
  if (milliseconds > 0) {
    time.it_value.tv_sec = milliseconds / 1000;
    time.it_value.tv_nsec = milliseconds % 1000 * 1000000;
  }
  core.timer_is_set = milliseconds > 0;
  timerfd_settime(core.timer, 0, &time, nullptr);
  return 0;
}

void on_ready(Thread& thread, Object* watcher, int, Poller::Directions) {
  drive(thread, static_cast<Multi*>(watcher));
}

// --- The object

void trace_multi(CustomObject* object, Marker& marker) {
  auto* multi = static_cast<Multi*>(object);
  marker.mark(multi->first_running);
  marker.mark(multi->owner);
}

void destroy_multi(CustomObject* object) { delete static_cast<Multi*>(object)->core; }

void stop_watching(Multi* multi) {
  if (multi->owner == nullptr) return;
  Thread& owner = *multi->owner->thread;
  if (!owner.has_ended) unwatch_descriptor(owner, (*multi->core)->set, Poller::Read);
  multi->owner = nullptr;
}

// A thread that waits for a transfer; the owner if it is one. Null: nobody does.
Thread* waiting_thread(const Multi* multi) {
  Thread* found = nullptr;
  for (const Transfer* each = multi->first_running; each != nullptr; each = each->next) {
    if (each->queue.is_empty()) continue;
    found = each->queue.first->fiber->thread;
    if (found->main_fiber == multi->owner) break;
  }
  return found;
}

// The thread's hub watches from now on. 0 or the error number.
int watch_in(Thread& thread, Multi* multi) {
  stop_watching(multi);
  const int error = watch_descriptor(thread, (*multi->core)->set, Poller::Read,
                                     Poller::Trigger::Level, multi, on_ready);
  if (error == 0) store(multi, multi->owner, thread.main_fiber);
  return error;
}

// One round of what is ready; false when nothing was.
bool go_on(MultiCore& core) {
  epoll_event events[64];
  const int count = epoll_wait(core.set, events, std::size(events), 0);
  int running;
  for (int i = 0; i < count; ++i) {
    const int descriptor = events[i].data.fd;
    if (descriptor == core.timer) {
      uint64_t expirations;
      core.is_due = read(core.timer, &expirations, sizeof expirations) > 0;
      core.timer_is_set = core.timer_is_set && !core.is_due;
      continue;
    }
    int mask = 0;
    if ((events[i].events & EPOLLIN) != 0) mask |= CURL_CSELECT_IN;
    if ((events[i].events & EPOLLOUT) != 0) mask |= CURL_CSELECT_OUT;
    if ((events[i].events & (EPOLLERR | EPOLLHUP)) != 0) mask |= CURL_CSELECT_ERR;
    core.library->multi_socket_action(core.handle, descriptor, mask, &running);
  }
  const bool was_due = core.is_due;
  if (was_due) {
    core.is_due = false;
    core.library->multi_socket_action(core.handle, CURL_SOCKET_TIMEOUT, 0, &running);
  }
  return count > 0 || was_due;
}

}  // namespace

const CustomOperations multi_operations = {trace_multi, destroy_multi};

MultiCore::~MultiCore() {
  const bool is_own = is_of_this_process();
  if (is_own && handle != nullptr) library->multi_cleanup(handle);
  if (set >= 0) ::close(set);
  if (timer >= 0) ::close(timer);
}

bool MultiCore::is_of_this_process() const { return process == getpid(); }

Multi* make_multi(Thread& thread, Type* type) {
  const std::shared_ptr<const Library> library = load_library(thread);
  if (library == nullptr) return nullptr;
  auto* multi = make_custom_object<Multi>(thread, type, multi_operations);
  if (multi == nullptr) return nullptr;
  multi->core = new std::shared_ptr<MultiCore>(std::make_shared<MultiCore>(library));
  MultiCore& core = **multi->core;
  core.process = getpid();
  core.set = epoll_create1(EPOLL_CLOEXEC);
  core.timer = core.set < 0 ? -1 : timerfd_create(CLOCK_MONOTONIC, TFD_NONBLOCK | TFD_CLOEXEC);
  epoll_event event{};
  event.events = EPOLLIN;
  event.data.fd = core.timer;
  if (core.timer < 0 || epoll_ctl(core.set, EPOLL_CTL_ADD, core.timer, &event) != 0) {
    raise_os_error(thread, errno, Value::unset());
    return nullptr;
  }
  forget_descriptor(thread.isolate, core.set);
  core.handle = library->multi_init();
  if (core.handle == nullptr) {
    raise_memory_error(thread);
    return nullptr;
  }
  library->multi_setopt(core.handle, CURLMOPT_SOCKETFUNCTION, on_socket);
  library->multi_setopt(core.handle, CURLMOPT_SOCKETDATA, &core);
  library->multi_setopt(core.handle, CURLMOPT_TIMERFUNCTION, on_timer);
  library->multi_setopt(core.handle, CURLMOPT_TIMERDATA, &core);
  return multi;
}

bool is_free_for(const Thread& thread, const Multi* multi) {
  if (multi->core == nullptr || multi->is_closing || !(*multi->core)->is_of_this_process())
    return false;
  return multi->first_running == nullptr || multi->owner == thread.main_fiber;
}

void close_multi(Thread& thread, Multi* multi) {
  if (multi->core == nullptr) return;
  const MultiCore& core = **multi->core;
  if (core.is_of_this_process()) {
    multi->is_closing = true;
    if (multi->first_running != nullptr) return;
    stop_watching(multi);
    end_descriptor_waits(thread, core.set);
  }
  delete multi->core;
  multi->core = nullptr;
}

bool take_over(Thread& thread, Multi* multi) {
  if (multi->owner == thread.main_fiber || multi->core == nullptr) return true;
  // An owner that waits itself drives for all.
  if (multi->owner != nullptr && waiting_thread(multi) == multi->owner->thread) return true;
  const int error = watch_in(thread, multi);
  if (error != 0) raise_os_error(thread, error, Value::unset());
  return error == 0;
}

bool start_in(Thread& thread, Multi* multi, Transfer* transfer) {
  if (multi->core == nullptr || !(*multi->core)->is_of_this_process()) {
    raise_runtime_error(thread, "the connections are closed");
    return false;
  }
  if (!take_over(thread, multi)) return false;
  MultiCore& core = **multi->core;
  if (core.library->multi_add_handle(core.handle, transfer->state->easy) != CURLM_OK) {
    raise_memory_error(thread);
    return false;
  }
  transfer->state->core = *multi->core;
  store(transfer, transfer->multi, multi);
  store(transfer, transfer->next, multi->first_running);
  if (transfer->next != nullptr) store(transfer->next, transfer->next->previous, transfer);
  store(multi, multi->first_running, transfer);
  drive(thread, multi);
  return true;
}

void leave_multi(Transfer* transfer) {
  Multi* multi = transfer->multi;
  if (multi == nullptr) return;
  MultiCore& core = *transfer->state->core;
  core.library->multi_remove_handle(core.handle, transfer->state->easy);
  if (transfer->previous == nullptr) {
    store(multi, multi->first_running, transfer->next);
  } else {
    store(transfer->previous, transfer->previous->next, transfer->next);
  }
  if (transfer->next != nullptr)
    store(transfer->next, transfer->next->previous, transfer->previous);
  transfer->multi = nullptr;
  transfer->next = nullptr;
  transfer->previous = nullptr;
}

void drive(Thread& thread, Multi* multi) {
  if (multi->core == nullptr) return;
  const std::shared_ptr<MultiCore> core = *multi->core;
  int rounds = 0;
  while (rounds < MostRounds && go_on(*core)) ++rounds;
  int left;
  while (const CURLMsg* message = core->library->multi_info_read(core->handle, &left)) {
    if (message->msg != CURLMSG_DONE) continue;
    void* transfer = nullptr;
    core->library->easy_getinfo(message->easy_handle, CURLINFO_PRIVATE, &transfer);
    end_transfer(static_cast<Transfer*>(transfer), message->data.result);
  }
  if (multi->first_running == nullptr) {
    stop_watching(multi);
    if (multi->is_closing) close_multi(thread, multi);
    return;
  }
  // The owner may have got what it waited for, and be gone for long, or for ever.
  if (multi->owner != nullptr && multi->owner->thread->has_ended) multi->owner = nullptr;
  Thread* waiting = waiting_thread(multi);
  if (waiting != nullptr && waiting->main_fiber != multi->owner)
    static_cast<void>(watch_in(*waiting, multi));
  if (multi->owner != nullptr) {
    // After the last round nothing was ready: an edge will come. Otherwise there is more to do.
    const auto trigger = rounds < MostRounds ? Poller::Trigger::Edge : Poller::Trigger::Level;
    if (rounds == MostRounds && core->is_due) {
      itimerspec at_once{{0, 0}, {0, 1}};
      core->timer_is_set = true;
      timerfd_settime(core->timer, 0, &at_once, nullptr);
    }
    static_cast<void>(arm_watch(*multi->owner->thread, core->set, Poller::Read, trigger));
  }
}

}  // namespace weft::curl
