#include "stdlib/_curl/transfer.h"

#include <algorithm>

#include "interpreter/objects/buffer.h"
#include "interpreter/objects/errors.h"
#include "interpreter/objects/hub.h"
#include "interpreter/objects/isolate.h"
#include "interpreter/objects/iterators.h"
#include "interpreter/objects/numbers.h"
#include "interpreter/objects/operations.h"
#include "interpreter/objects/str.h"
#include "interpreter/vm/waiting.h"
#include "stdlib/module_filling.h"
#include "stdlib/module_state.h"

namespace weft::curl {

TransferState::~TransferState() {
  if (easy != nullptr && (core == nullptr || core->is_of_this_process()))
    library->easy_cleanup(easy);
  if (headers != nullptr) library->slist_free_all(headers);
  if (proxy_headers != nullptr) library->slist_free_all(proxy_headers);
}

namespace {

Transfer* transfer_of(Arguments arguments) { return arguments[0].as<Transfer>(); }

void trace_transfer(CustomObject* object, Marker& marker) {
  auto* transfer = static_cast<Transfer*>(object);
  marker.mark(transfer->queue.first);
  marker.mark(transfer->request_body);
  marker.mark(transfer->multi);
  marker.mark(transfer->next);
  marker.mark(transfer->previous);
}

void destroy_transfer(CustomObject* object) { delete static_cast<Transfer*>(object)->state; }

// --- Waiting

bool has_come(const Transfer* transfer) {
  const TransferState& state = *transfer->state;
  if (state.has_ended) return true;
  switch (transfer->waiting_for) {
    case WaitingFor::Head:
      return state.has_head;
    case WaitingFor::Body:
      return !state.body.empty();
    case WaitingFor::Room:
      return state.upload_sent == state.upload.size();
    case WaitingFor::End:
      return false;
  }
  return true;
}

void tell(Transfer* transfer) {
  if (!transfer->queue.is_empty() && has_come(transfer))
    wake(transfer->queue.first, Value::boolean(true));
}

void note_event(Transfer* transfer) {
  transfer->state->last_event = transfer->isolate->clock->now();
}

Value wait_on(Thread& thread, Transfer* transfer, Value timeout);

// None stands for the deadline.
Value woken(Thread& thread, Fiber* fiber, Value value) {
  auto* transfer = static_cast<Transfer*>(fiber->on_resume_of);
  const Value timeout = fiber->wait_data;
  if (has_come(transfer)) return Value::boolean(true);
  if (value.is_none() && timeout.is_small_int()) {
    const TransferState& state = *transfer->state;
    if (state.is_connected && waiting_clock(thread) - state.last_event >= timeout.as_small_int()) {
      return Value::boolean(false);
    }
  }
  return wait_on(thread, transfer, timeout);
}

// `timeout`: nanoseconds or None.
Value wait_on(Thread& thread, Transfer* transfer, Value timeout) {
  if (make_waiter(thread, transfer->queue, transfer) == nullptr) return Value::error();
  ParkOptions options;
  if (timeout.is_small_int()) {
    const int64_t now = waiting_clock(thread);
    const int64_t from = transfer->state->is_connected ? transfer->state->last_event : now;
    options.deadline = std::max(from + timeout.as_small_int(), now);
  }
  options.waiting_for = transfer;
  options.cooperative = thread.hub->cooperative;
  options.on_resume = woken;
  options.on_resume_of = transfer;
  options.wait_data = timeout;
  return park(thread, options);
}

Value transfer_wait(Thread& thread, Arguments arguments) {
  Transfer* transfer = transfer_of(arguments);
  Str* what = str_argument(thread, arguments[1], "wait", "1");
  if (what == nullptr) return Value::error();
  transfer->waiting_for = what->view() == "head"   ? WaitingFor::Head
                          : what->view() == "body" ? WaitingFor::Body
                          : what->view() == "room" ? WaitingFor::Room
                                                   : WaitingFor::End;
  Value timeout = Value::none();
  if (!arguments[2].is_none()) {
    const std::optional<double> seconds = to_double(thread, arguments[2]);
    if (!seconds) return Value::error();
    if (*seconds < 1e9) timeout = Value::small_int(static_cast<int64_t>(*seconds * 1e9));
  }
  if (has_come(transfer)) return Value::boolean(true);
  if (!transfer->queue.is_empty())
    return raise_runtime_error(thread, "another fiber waits for this transfer");
  if (transfer->multi != nullptr && !take_over(thread, transfer->multi)) return Value::error();
  transfer->state->last_event = std::max(transfer->state->last_event, waiting_clock(thread));
  return wait_on(thread, transfer, timeout);
}

// --- What libcurl calls, with the transfer

// The status of the head whose first line this is; 0 for none.
int status_of(std::string_view head) {
  const size_t space = head.find(' ');
  if (space == std::string_view::npos || head.size() < space + 4) return 0;
  int status = 0;
  for (const char digit : head.substr(space + 1, 3)) status = status * 10 + (digit - '0');
  return status;
}

// What http.client takes of the head of an answer.
constexpr size_t LongestHeadLine = 65536;
constexpr size_t MostHeadLines = 100;

size_t on_header(char* bytes, size_t size, size_t count, void* data) {
  auto* transfer = static_cast<Transfer*>(data);
  TransferState& state = *transfer->state;
  const std::string_view line(bytes, size * count);
  note_event(transfer);
  // A trailer comes behind the body.
  if (state.has_head && !state.defers_head) return line.size();
  if (line.starts_with("HTTP/")) {
    // libcurl has begun to read a new answer.
    state.head.clear();
    state.head_lines = 0;
    state.has_head = false;
  }
  if (line.size() > LongestHeadLine) {
    state.refusal = state.head_lines == 0 ? "got more than 65536 bytes when reading status line"
                                          : "got more than 65536 bytes when reading header line";
    return 0;
  }
  if (state.head_lines++ > MostHeadLines) {
    state.refusal = "got more than 100 headers";
    return 0;
  }
  state.head.append(line);
  if (line == "\r\n" || line == "\n") {
    const int status = status_of(state.head);
    const bool goes_on = status >= 100 && status < 200 && status != 101;
    if (!goes_on && !state.defers_head) {
      state.has_head = true;
      tell(transfer);
    }
  }
  return line.size();
}

size_t on_body(char* bytes, size_t size, size_t count, void* data) {
  auto* transfer = static_cast<Transfer*>(data);
  TransferState& state = *transfer->state;
  state.has_head = true;
  note_event(transfer);
  if (state.limit != 0 && state.body.size() >= state.limit) {
    state.is_paused = true;
    tell(transfer);
    return CURL_WRITEFUNC_PAUSE;
  }
  state.body.append(bytes, size * count);
  tell(transfer);
  return size * count;
}

size_t on_upload(char* bytes, size_t size, size_t count, void* data) {
  auto* transfer = static_cast<Transfer*>(data);
  TransferState& state = *transfer->state;
  note_event(transfer);
  const size_t sent = std::min(size * count, state.upload.size() - state.upload_sent);
  if (sent != 0) {
    state.upload.copy(bytes, sent, state.upload_sent);
    state.upload_sent += sent;
  } else if (!state.upload_is_whole) {
    state.upload_is_paused = true;
  }
  tell(transfer);
  return state.upload_is_paused ? size_t{CURL_READFUNC_PAUSE} : sent;
}

// The connection stands and the request is about to be sent.
int on_connected(void* data, char*, char*, int, int) {
  auto* transfer = static_cast<Transfer*>(data);
  transfer->state->is_connected = true;
  note_event(transfer);
  return CURL_PREREQFUNC_OK;
}

// --- Making one

// The options of a request out of a dict; sets the first error and then does nothing more.
class Options {
 public:
  Options(Thread& thread, Dict* dict, TransferState& state)
      : thread_(thread), dict_(dict), state_(state) {}

  Value get(std::string_view name) {
    Str* key = intern(thread_, name);
    if (key == nullptr) {
      failed_ = true;
      return Value::none();
    }
    const Value value = dict_get_str(dict_, key);
    return value.is_unset() ? Value::none() : value;
  }
  bool flag(std::string_view name) {
    const Truth truth_value = truth(thread_, get(name));
    if (truth_value == Truth::Error) failed_ = true;
    return truth_value == Truth::True;
  }
  // Text for libcurl, which copies it; nothing for None.
  void text_option(CURLoption option, std::string_view name) {
    const Value value = get(name);
    if (failed_ || value.is_none()) return;
    if (!is_str(value)) {
      fail(text("option ", name, " must be str, not ", type_name(thread_, value)));
      return;
    }
    set(option, value.as<Str>()->view().data());
  }
  void milliseconds(CURLoption option, std::string_view name) {
    const Value value = get(name);
    // libcurl's own limits are none of requests'.
    long wait = INT32_MAX;
    if (!value.is_none()) {
      const std::optional<double> seconds = to_double(thread_, value);
      if (!seconds) {
        failed_ = true;
        return;
      }
      wait = static_cast<long>(std::clamp(*seconds * 1000, 1.0, 2e9));
    }
    set(option, wait);
  }
  template <class T>
  void set(CURLoption option, T value) {
    if (failed_) return;
    const CURLcode code = state_.library->easy_setopt(state_.easy, option, value);
    if (code != CURLE_OK)
      fail(text("libcurl refuses an option: ", state_.library->easy_strerror(code)));
  }
  // A list of header lines, bytes each.
  void lines(CURLoption option, Value list, curl_slist*& place) {
    if (failed_ || list.is_none()) return;
    const bool good = for_each(thread_, list, [&](Value each) {
      if (!is_bytes(each)) {
        fail("header lines must be bytes");
        return false;
      }
      curl_slist* longer = state_.library->slist_append(place, each.as<Bytes>()->view().data());
      if (longer == nullptr) {
        raise_memory_error(thread_);
        return false;
      }
      place = longer;
      return true;
    });
    if (!good) failed_ = true;
    set(option, place);
  }
  void fail(std::string_view message) {
    if (!failed_) raise_value_error(thread_, message);
    failed_ = true;
  }
  bool has_failed() const { return failed_; }

 private:
  Thread& thread_;
  Dict* dict_;
  TransferState& state_;
  bool failed_ = false;
};

void set_callbacks(Options& options, Transfer* transfer) {
  options.set(CURLOPT_PRIVATE, static_cast<void*>(transfer));
  options.set(CURLOPT_ERRORBUFFER, transfer->state->message);
  options.set(CURLOPT_NOSIGNAL, 1L);
  options.set(CURLOPT_HEADERFUNCTION, on_header);
  options.set(CURLOPT_HEADERDATA, static_cast<void*>(transfer));
  options.set(CURLOPT_WRITEFUNCTION, on_body);
  options.set(CURLOPT_WRITEDATA, static_cast<void*>(transfer));
  options.set(CURLOPT_PREREQFUNCTION, on_connected);
  options.set(CURLOPT_PREREQDATA, static_cast<void*>(transfer));
}

void set_request(Options& options, Transfer* transfer, Str* method, Str* url, Value body) {
  TransferState& state = *transfer->state;
  options.set(CURLOPT_URL, url->view().data());
  options.set(CURLOPT_PROTOCOLS_STR, "http,https");
  options.set(CURLOPT_PATH_AS_IS, 1L);
  options.set(CURLOPT_HTTP_VERSION, static_cast<long>(CURL_HTTP_VERSION_1_1));
  options.set(CURLOPT_SUPPRESS_CONNECT_HEADERS, 1L);
  if (is_bytes(body)) {
    options.set(CURLOPT_POST, 1L);
    options.set(CURLOPT_POSTFIELDSIZE_LARGE,
                static_cast<curl_off_t>(body.as<Bytes>()->view().size()));
    options.set(CURLOPT_POSTFIELDS, body.as<Bytes>()->view().data());
  } else if (body.is_true()) {
    options.set(CURLOPT_UPLOAD, 1L);
    options.set(CURLOPT_READFUNCTION, on_upload);
    options.set(CURLOPT_READDATA, static_cast<void*>(transfer));
    const Value size = options.get("upload_size");
    if (size.is_small_int())
      options.set(CURLOPT_INFILESIZE_LARGE, static_cast<curl_off_t>(size.as_small_int()));
  } else if (method->view() == "HEAD") {
    options.set(CURLOPT_NOBODY, 1L);
  } else {
    options.set(CURLOPT_HTTPGET, 1L);
  }
  options.set(CURLOPT_CUSTOMREQUEST, method->view().data());
  options.lines(CURLOPT_HTTPHEADER, options.get("headers"), state.headers);
}

void set_connection(Options& options, TransferState& state) {
  options.milliseconds(CURLOPT_CONNECTTIMEOUT_MS, "connect_timeout");
  if (options.flag("once")) options.set(CURLOPT_FORBID_REUSE, 1L);
  if (options.flag("fresh")) options.set(CURLOPT_FRESH_CONNECT, 1L);
  options.text_option(CURLOPT_INTERFACE, "interface");
  options.text_option(CURLOPT_UNIX_SOCKET_PATH, "unix_socket");
  const bool verifies = options.flag("verify");
  options.set(CURLOPT_SSL_VERIFYPEER, verifies ? 1L : 0L);
  options.set(CURLOPT_SSL_VERIFYHOST, verifies ? 2L : 0L);
  options.text_option(CURLOPT_CAINFO, "ca_file");
  options.text_option(CURLOPT_CAPATH, "ca_path");
  options.text_option(CURLOPT_SSLCERT, "certificate");
  options.text_option(CURLOPT_SSLKEY, "key");
  // Which proxy is used has been decided: the environment does not count here.
  options.set(CURLOPT_PROXY, "");
  options.set(CURLOPT_NOPROXY, "");
  options.text_option(CURLOPT_PROXY, "proxy");
  options.lines(CURLOPT_PROXYHEADER, options.get("proxy_headers"), state.proxy_headers);
  if (!options.get("digest_user").is_none()) {
    options.set(CURLOPT_HTTPAUTH, static_cast<long>(CURLAUTH_DIGEST));
    options.text_option(CURLOPT_USERNAME, "digest_user");
    options.text_option(CURLOPT_PASSWORD, "digest_password");
    state.defers_head = true;
  }
  // Empty: all it can. The header itself comes from the script.
  if (options.flag("decode")) options.set(CURLOPT_ACCEPT_ENCODING, "");
  const Value limit = options.get("limit");
  if (limit.is_small_int()) state.limit = static_cast<size_t>(limit.as_small_int());
}

Value transfer_send(Thread& thread, Arguments arguments) {
  Transfer* transfer = transfer_of(arguments);
  TransferState& state = *transfer->state;
  if (arguments[1].is_none()) {
    state.upload_is_whole = true;
  } else {
    const std::optional<std::string_view> data = readable_bytes(thread, arguments[1]);
    if (!data) return Value::error();
    state.upload.erase(0, state.upload_sent);
    state.upload_sent = 0;
    state.upload.append(*data);
  }
  if (state.upload_is_paused && transfer->multi != nullptr) {
    state.upload_is_paused = false;
    state.library->easy_pause(state.easy, state.is_paused ? CURLPAUSE_RECV : CURLPAUSE_CONT);
    drive(thread, transfer->multi);
  }
  return Value::none();
}

Value transfer_take(Thread& thread, Arguments arguments) {
  Transfer* transfer = transfer_of(arguments);
  TransferState& state = *transfer->state;
  size_t count = state.body.size();
  if (!arguments[1].is_none()) {
    const std::optional<int64_t> wanted = to_size_argument(thread, arguments[1]);
    if (!wanted) return Value::error();
    if (*wanted >= 0) count = std::min(count, static_cast<size_t>(*wanted));
  }
  Bytes* taken = make_bytes(thread, std::string_view(state.body).substr(0, count));
  if (taken == nullptr) return Value::error();
  state.body.erase(0, count);
  if (state.body.empty()) state.body.shrink_to_fit();
  if (state.is_paused && transfer->multi != nullptr && state.body.size() < state.limit) {
    state.is_paused = false;
    state.library->easy_pause(state.easy, state.upload_is_paused ? CURLPAUSE_SEND : CURLPAUSE_CONT);
    drive(thread, transfer->multi);
  }
  return Value::cell(taken);
}

Value transfer_abort(Thread& thread, Arguments arguments) {
  abort_transfer(thread, transfer_of(arguments));
  return Value::none();
}

constexpr NativeMethod methods[] = {
    {"__new__", "(cls, multis, method, url, body, options, /)",
     "Begin a transfer. `body`: bytes, True for one that send() gives, None.", transfer_new},
    {"wait", "(self, what, timeout=None, /)",
     "Wait for the 'head', for some 'body', for 'room' to send more, or for the 'end'. False when "
     "nothing has happened for `timeout` seconds. The end ends every wait.",
     transfer_wait},
    {"take", "(self, count=None, /)", "The bytes of the body that have come, at most `count`.",
     transfer_take},
    {"send", "(self, data, /)", "Give bytes of the request's body; None: there are no more.",
     transfer_send},
    {"abort", "(self, /)", "Give the transfer up.", transfer_abort},
};

constexpr NativeAttribute attributes[] = {
    {"head", "The head of the answer, as it came.",
     [](Thread& thread, Value self) {
       return as_result(make_bytes(thread, self.as<Transfer>()->state->head));
     },
     nullptr},
    {"has_head", "Whether the head has come.",
     [](Thread&, Value self) { return Value::boolean(self.as<Transfer>()->state->has_head); },
     nullptr},
    {"pending", "How many bytes of the body wait to be taken.",
     [](Thread&, Value self) {
       return Value::small_int(static_cast<int64_t>(self.as<Transfer>()->state->body.size()));
     },
     nullptr},
    {"ended", "Whether it has ended.",
     [](Thread&, Value self) { return Value::boolean(self.as<Transfer>()->state->has_ended); },
     nullptr},
    {"connected", "Whether a connection stood.",
     [](Thread&, Value self) { return Value::boolean(self.as<Transfer>()->state->is_connected); },
     nullptr},
    {"result", "libcurl's number for how it ended; 0: well.",
     [](Thread&, Value self) { return Value::small_int(self.as<Transfer>()->state->result); },
     nullptr},
    {"os_error", "The system's error number of a connection that could not be made; 0.",
     [](Thread&, Value self) { return Value::small_int(self.as<Transfer>()->state->os_error); },
     nullptr},
    {"message", "What libcurl says about how it ended.",
     [](Thread& thread, Value self) {
       const TransferState& state = *self.as<Transfer>()->state;
       if (!state.refusal.empty()) return as_result(make_str(thread, state.refusal));
       return as_result(make_str(thread, state.message[0] != '\0'
                                             ? std::string_view(state.message)
                                             : state.library->easy_strerror(state.result)));
     },
     nullptr},
};

// The first of the multis that the thread may start transfers in, or one more.
Multi* find_or_add_free(Thread& thread, List* multis, Type* multi_type) {
  for (const Value value : multis->values()) {
    if (!is_kind(value, Kind::HostObject) ||
        value.as<CustomObject>()->operations != &multi_operations) {
      raise_type_error(thread, "Transfer() argument 1 must be a list of Multi");
      return nullptr;
    }
    if (is_free_for(thread, value.as<Multi>())) return value.as<Multi>();
  }
  Multi* made = make_multi(thread, multi_type);
  if (made == nullptr || !list_append(thread, multis, Value::cell(made))) return nullptr;
  return made;
}

}  // namespace

const CustomOperations transfer_operations = {trace_transfer, destroy_transfer};
std::span<const NativeMethod> transfer_methods() { return methods; }
std::span<const NativeAttribute> transfer_attributes() { return attributes; }

Value transfer_new(Thread& thread, Arguments arguments) {
  const CurlState& types = module_state<CurlState>(thread.isolate);
  if (!is_kind(arguments[1], Kind::List))
    return raise_type_error(thread, "Transfer() argument 1 must be a list of Multi");
  Str* method = str_argument(thread, arguments[2], "Transfer", "2");
  Str* url = method == nullptr ? nullptr : str_argument(thread, arguments[3], "Transfer", "3");
  if (url == nullptr) return Value::error();
  if (!is_kind(arguments[5], Kind::Dict))
    return raise_type_error(thread, "Transfer() argument 5 must be dict");
  const std::shared_ptr<const Library> library = load_library(thread);
  if (library == nullptr) return Value::error();
  auto* transfer = make_custom_object<Transfer>(thread, types.transfer_type, transfer_operations);
  if (transfer == nullptr) return Value::error();
  transfer->state = new TransferState;
  store(transfer, transfer->request_body, arguments[4]);
  transfer->isolate = &thread.isolate;
  TransferState& state = *transfer->state;
  state.library = library;
  state.easy = library->easy_init();
  if (state.easy == nullptr) return raise_memory_error(thread);
  Options options(thread, arguments[5].as<Dict>(), state);
  set_callbacks(options, transfer);
  set_request(options, transfer, method, url, arguments[4]);
  set_connection(options, state);
  if (options.has_failed()) return Value::error();
  // From here on no other thread runs: nobody else begins in the one that is free.
  Multi* multi = find_or_add_free(thread, arguments[1].as<List>(), types.multi_type);
  if (multi == nullptr || !start_in(thread, multi, transfer)) return Value::error();
  return Value::cell(transfer);
}

void end_transfer(Transfer* transfer, CURLcode result) {
  TransferState& state = *transfer->state;
  if (state.has_ended) return;
  state.has_ended = true;
  state.has_head = state.head.ends_with("\r\n\r\n") || state.head.ends_with("\n\n");
  state.result = result;
  if (result != CURLE_OK)
    state.library->easy_getinfo(state.easy, CURLINFO_OS_ERRNO, &state.os_error);
  leave_multi(transfer);
  state.library->easy_cleanup(state.easy);
  state.easy = nullptr;
  state.core.reset();
  tell(transfer);
}

void abort_transfer(Thread& thread, Transfer* transfer) {
  Multi* multi = transfer->multi;
  if (multi == nullptr) return;
  if (!transfer->state->core->is_of_this_process()) return;
  end_transfer(transfer, CURLE_ABORTED_BY_CALLBACK);
  drive(thread, multi);
}

}  // namespace weft::curl
