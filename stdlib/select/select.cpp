// Module _select: asking the system which of several descriptors are ready, and waiting for it.
//
// Everything asks without waiting first; if nothing is ready the fiber is parked until the system
// tells of one of the descriptors, and asks again.
#include <poll.h>
#include <sys/epoll.h>
#include <unistd.h>

#include <cerrno>
#include <climits>
#include <vector>

#include "interpreter/objects/bytes.h"
#include "interpreter/objects/descriptor_waits.h"
#include "interpreter/vm/waiting.h"
#include "stdlib/module_filling.h"
#include "stdlib/native_modules.h"

namespace weft {

using runtime::Poller;

namespace {

// --- poll(): the descriptors lie in a bytes object as the system wants them.

std::vector<pollfd> descriptors_of(Value packed) {
  const std::string_view bytes = packed.as<Bytes>()->view();
  const auto* begin = reinterpret_cast<const pollfd*>(bytes.data());
  return {begin, begin + bytes.size() / sizeof(pollfd)};
}

Value park_poll(Thread& thread, std::vector<pollfd>& entries, Value state);

// The ready ones as (descriptor, events); unset: none is.
Value poll_now(Thread& thread, std::vector<pollfd>& entries) {
  int count;
  do {
    count = poll(entries.data(), entries.size(), 0);
  } while (count < 0 && errno == EINTR);
  if (count < 0) return raise_os_error(thread, errno, Value::unset());
  if (count == 0) return Value::unset();
  List* result = make_list(thread);
  if (result == nullptr) return Value::error();
  for (const pollfd& each : entries) {
    if (each.revents == 0) continue;
    const Value values[] = {Value::small_int(each.fd),
                            Value::small_int(static_cast<uint16_t>(each.revents))};
    const Value pair = as_result(make_tuple(thread, values));
    if (!pair || !list_append(thread, result, pair)) return Value::error();
  }
  return Value::cell(result);
}

// The state of a wait: packed descriptors, the deadline or None, whether others run.
Value continue_poll(Thread& thread, Fiber* fiber, Value value) {
  const Value state = fiber->wait_data;
  if (value.is_none()) return as_result(make_list(thread));
  std::vector<pollfd> entries = descriptors_of(state.as<Tuple>()->values[0]);
  const Value result = poll_now(thread, entries);
  return result.is_unset() ? park_poll(thread, entries, state) : result;
}

Value park_poll(Thread& thread, std::vector<pollfd>& entries, Value state) {
  std::vector<AwaitedDescriptor> awaited;
  awaited.reserve(entries.size());
  for (const pollfd& each : entries) {
    if (each.fd < 0) continue;
    Poller::Directions directions = 0;
    // Errors are told to who waits for reading.
    if ((each.events & ~POLLOUT) != 0 || each.events == 0) directions |= Poller::Read;
    if ((each.events & POLLOUT) != 0) directions |= Poller::Write;
    awaited.push_back({each.fd, directions});
  }
  const Value* values = state.as<Tuple>()->values;
  ParkOptions options;
  if (!values[1].is_none()) options.deadline = values[1].as_small_int();
  options.cooperative = thread.hub->cooperative || values[2].is_true();
  options.on_resume = continue_poll;
  options.wait_data = state;
  return park_for_descriptors(thread, awaited, Poller::Trigger::Edge, options);
}

Value poll_function(Thread& thread, Arguments arguments) {
  const Tuple* pairs = arguments[0].as<Tuple>();
  std::vector<pollfd> entries;
  entries.reserve(pairs->count);
  for (uint64_t i = 0; i < pairs->count; ++i) {
    const Value* pair = pairs->values[i].as<Tuple>()->values;
    entries.push_back(
        {static_cast<int>(pair[0].as_small_int()), static_cast<short>(pair[1].as_small_int()), 0});
  }
  const Truth cooperative = truth(thread, arguments[2]);
  if (cooperative == Truth::Error) return Value::error();
  const Value result = poll_now(thread, entries);
  if (!result.is_unset()) return result;
  if (arguments[1] == Value::small_int(0)) return as_result(make_list(thread));
  std::optional<int64_t> deadline;
  if (!deadline_after(thread, arguments[1], deadline)) return Value::error();
  const std::string_view bytes(reinterpret_cast<const char*>(entries.data()),
                               entries.size() * sizeof(pollfd));
  const Value packed = as_result(make_bytes(thread, bytes));
  if (!packed) return packed;
  const Value values[] = {packed, deadline ? Value::small_int(*deadline) : Value::none(),
                          Value::boolean(cooperative == Truth::True)};
  const Value state = as_result(make_tuple(thread, values));
  return state ? park_poll(thread, entries, state) : state;
}

// --- epoll: descriptors of the system's own kind, waited for as any other.

Value epoll_create_function(Thread& thread, Arguments) {
  const int descriptor = epoll_create1(EPOLL_CLOEXEC);
  if (descriptor < 0) return raise_os_error(thread, errno, Value::unset());
  forget_descriptor(thread.isolate, descriptor);
  return Value::small_int(descriptor);
}

Value epoll_control(Thread& thread, Arguments arguments) {
  int32_t numbers[3];
  for (uint32_t i = 0; i < 3; ++i) {
    const std::optional<int32_t> number = to_int_argument(thread, arguments[i]);
    if (!number) return Value::error();
    numbers[i] = *number;
  }
  const std::optional<int64_t> events = to_index(thread, arguments[3]);
  if (!events) return Value::error();
  epoll_event event{};
  event.events = static_cast<uint32_t>(*events);
  event.data.fd = numbers[2];
  if (epoll_ctl(numbers[0], numbers[1], numbers[2], &event) != 0)
    return raise_os_error(thread, errno, Value::unset());
  return Value::none();
}

Value epoll_events(Thread& thread, Arguments arguments) {
  const std::optional<int32_t> descriptor = to_int_argument(thread, arguments[0]);
  const std::optional<int32_t> most =
      descriptor ? to_int_argument(thread, arguments[1]) : std::nullopt;
  if (!most) return Value::error();
  std::vector<epoll_event> events(static_cast<size_t>(std::max(*most, 1)));
  const int count = epoll_wait(*descriptor, events.data(), static_cast<int>(events.size()), 0);
  if (count < 0 && errno != EINTR) return raise_os_error(thread, errno, Value::unset());
  List* result = make_list(thread);
  if (result == nullptr) return Value::error();
  for (int i = 0; i < count; ++i) {
    const epoll_event& event = events[static_cast<size_t>(i)];
    const Value values[] = {Value::small_int(event.data.fd), Value::small_int(event.events)};
    const Value pair = as_result(make_tuple(thread, values));
    if (!pair || !list_append(thread, result, pair)) return Value::error();
  }
  return Value::cell(result);
}

constexpr NativeMethod functions[] = {
    {"epoll_control", "(epfd, operation, fd, events, /)", "Changes what an epoll watches.",
     epoll_control},
    {"epoll_create", "()", "The descriptor of a new epoll.", epoll_create_function},
    {"epoll_events", "(epfd, maxevents, /)", "What is ready now: (fd, events) each.", epoll_events},
    {"poll", "(entries, timeout, cooperative, /)",
     "Waits until one of ((fd, events), …) is ready: (fd, events) each. Empty after `timeout` "
     "seconds.",
     poll_function},
};

constexpr NamedNumber constants[] = {
    {"EPOLLERR", EPOLLERR},
    {"EPOLLET", static_cast<int64_t>(EPOLLET)},
    {"EPOLLEXCLUSIVE", static_cast<int64_t>(EPOLLEXCLUSIVE)},
    {"EPOLLHUP", EPOLLHUP},
    {"EPOLLIN", EPOLLIN},
    {"EPOLLMSG", EPOLLMSG},
    {"EPOLLONESHOT", static_cast<int64_t>(EPOLLONESHOT)},
    {"EPOLLOUT", EPOLLOUT},
    {"EPOLLPRI", EPOLLPRI},
    {"EPOLLRDBAND", EPOLLRDBAND},
    {"EPOLLRDHUP", EPOLLRDHUP},
    {"EPOLLRDNORM", EPOLLRDNORM},
    {"EPOLLWRBAND", EPOLLWRBAND},
    {"EPOLLWRNORM", EPOLLWRNORM},
    {"EPOLL_CLOEXEC", EPOLL_CLOEXEC},
    {"EPOLL_CTL_ADD", EPOLL_CTL_ADD},
    {"EPOLL_CTL_DEL", EPOLL_CTL_DEL},
    {"EPOLL_CTL_MOD", EPOLL_CTL_MOD},
    {"PIPE_BUF", PIPE_BUF},
    {"POLLERR", POLLERR},
    {"POLLHUP", POLLHUP},
    {"POLLIN", POLLIN},
    {"POLLMSG", 0x400},
    {"POLLNVAL", POLLNVAL},
    {"POLLOUT", POLLOUT},
    {"POLLPRI", POLLPRI},
    {"POLLRDBAND", POLLRDBAND},
    {"POLLRDHUP", POLLRDHUP},
    {"POLLRDNORM", POLLRDNORM},
    {"POLLWRBAND", POLLWRBAND},
    {"POLLWRNORM", POLLWRNORM},
};

}  // namespace

bool fill_select(Thread& thread, Module* module) {
  return put_functions(thread, module, functions) && put_numbers(thread, module, constants);
}

}  // namespace weft
