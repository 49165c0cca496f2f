// sendmsg() and recvmsg(): several buffers at once, and ancillary data (descriptors, say).
#include <sys/uio.h>

#include <cerrno>
#include <climits>
#include <cstring>
#include <vector>

#include "interpreter/objects/buffer.h"
#include "interpreter/objects/bytes.h"
#include "interpreter/objects/iterators.h"
#include "stdlib/_socket/socket.h"

namespace weft::sockets {

namespace {

// A tuple of the buffers a call was given.
Value buffers_of(Thread& thread, Value given, std::string_view function) {
  if (Tuple* tuple = tuple_from_iterable(thread, given)) return Value::cell(tuple);
  if (!clear_pending_if(thread, thread.isolate.exceptions.type_error)) return Value::error();
  return raise_type_error(thread, text(function, "() argument 1 must be an iterable"));
}

// `extra` is a tuple: ancillary data as the system wants it (bytes), the address (bytes).
Value send_message(Thread& thread, Transfer& transfer) {
  const Tuple* pieces = transfer.data.as<Tuple>();
  std::vector<iovec> vectors;
  for (uint64_t i = 0; i < pieces->count; ++i) {
    const std::optional<std::string_view> bytes = readable_bytes(thread, pieces->values[i]);
    if (!bytes) return Value::error();
    vectors.push_back({const_cast<char*>(bytes->data()), bytes->size()});
  }
  const Value* extra = transfer.extra.as<Tuple>()->values;
  const std::string_view control = extra[0].as<Bytes>()->view();
  const std::string_view address = extra[1].as<Bytes>()->view();
  msghdr message{};
  message.msg_iov = vectors.data();
  message.msg_iovlen = vectors.size();
  message.msg_control = control.empty() ? nullptr : const_cast<char*>(control.data());
  message.msg_controllen = control.size();
  message.msg_name = address.empty() ? nullptr : const_cast<char*>(address.data());
  message.msg_namelen = static_cast<socklen_t>(address.size());
  const ssize_t count =
      sendmsg(transfer.socket->descriptor, &message, transfer.flags | MSG_DONTWAIT | MSG_NOSIGNAL);
  return count < 0 ? failed_attempt(thread) : Value::small_int(count);
}

// [(level, type, data)] as the system wants it. False: exception pending.
bool pack_control(Thread& thread, Value items, std::string& out) {
  return for_each(thread, items, [&](Value item) {
    if (!is_kind(item, Kind::Tuple) || item.as<Tuple>()->count != 3) {
      const bool is_tuple = is_kind(item, Kind::Tuple);
      raise_type_error(
          thread, is_tuple ? text("[sendmsg() ancillary data items]() argument must be sequence of "
                                  "length 3, not ",
                                  item.as<Tuple>()->count)
                           : text("[sendmsg() ancillary data items]() argument must be 3-item "
                                  "sequence, not ",
                                  type_name(thread, item)));
      return false;
    }
    const Value* values = item.as<Tuple>()->values;
    const std::optional<int32_t> level = to_int_argument(thread, values[0]);
    const std::optional<int32_t> type = level ? to_int_argument(thread, values[1]) : std::nullopt;
    if (!type) return false;
    const std::optional<std::string_view> bytes = readable_bytes(thread, values[2]);
    if (!bytes) return false;
    const size_t begin = out.size();
    out.resize(begin + CMSG_SPACE(bytes->size()));
    cmsghdr header{};
    header.cmsg_level = *level;
    header.cmsg_type = *type;
    header.cmsg_len = CMSG_LEN(bytes->size());
    std::memcpy(out.data() + begin, &header, sizeof header);
    std::memcpy(out.data() + begin + CMSG_LEN(0), bytes->data(), bytes->size());
    return true;
  });
}

Value sendmsg_method(Thread& thread, Arguments arguments) {
  Transfer transfer{send_message, self_of(arguments), {}, {}};
  transfer.direction = runtime::Poller::Write;
  const Value pieces = buffers_of(thread, arguments[1], "sendmsg");
  if (!pieces) return pieces;
  transfer.data = pieces;
  std::string control;
  if (!pack_control(thread, arguments[2], control)) return Value::error();
  const std::optional<int32_t> flags = to_int_argument(thread, arguments[3]);
  if (!flags) return Value::error();
  transfer.flags = *flags;
  Address address;
  if (!arguments[4].is_none()) {
    std::string host;
    const Parsed parsed =
        parse_address(thread, transfer.socket, arguments[4], "sendmsg", address, host);
    if (parsed == Parsed::Failed) return Value::error();
    if (parsed == Parsed::NeedsLookup) {
      return raise_value_error(thread, "sendmsg() takes numeric addresses only");
    }
  }
  const Value packed = as_result(make_bytes(thread, control));
  const Value extra[] = {
      packed, packed ? as_result(make_bytes(
                           thread, {reinterpret_cast<const char*>(address.get()), address.length}))
                     : packed};
  transfer.extra = extra[1] ? as_result(make_tuple(thread, extra)) : Value::error();
  return transfer.extra ? begin_transfer(thread, transfer) : Value::error();
}

// --- Receiving. `size`: of the buffer, or -1 with buffers in `data`; `position`: of ancillary
// data.

Value unpack_control(Thread& thread, msghdr& message) {
  List* result = make_list(thread);
  if (result == nullptr) return Value::error();
  for (cmsghdr* each = CMSG_FIRSTHDR(&message); each != nullptr;
       each = CMSG_NXTHDR(&message, each)) {
    if (each->cmsg_len < CMSG_LEN(0)) break;
    const auto* data = reinterpret_cast<const char*>(CMSG_DATA(each));
    const auto* end = static_cast<const char*>(message.msg_control) + message.msg_controllen;
    const size_t size =
        std::min<size_t>(each->cmsg_len - CMSG_LEN(0), static_cast<size_t>(end - data));
    const Value values[] = {Value::small_int(each->cmsg_level), Value::small_int(each->cmsg_type),
                            as_result(make_bytes(thread, {data, size}))};
    const Value tuple = values[2] ? as_result(make_tuple(thread, values)) : values[2];
    if (!tuple || !list_append(thread, result, tuple)) return Value::error();
  }
  return Value::cell(result);
}

Value receive_message(Thread& thread, Transfer& transfer) {
  std::vector<iovec> vectors;
  char* scratch = nullptr;
  if (transfer.size >= 0) {
    scratch = scratch_of(thread);
    if (scratch == nullptr) return Value::error();
    vectors.push_back({scratch, std::min(static_cast<size_t>(transfer.size), ScratchBytes)});
  } else {
    const Tuple* buffers = transfer.data.as<Tuple>();
    for (uint64_t i = 0; i < buffers->count; ++i) {
      const std::optional<std::span<char>> room = writable_bytes(thread, buffers->values[i]);
      if (!room) return Value::error();
      vectors.push_back({room->data(), room->size()});
    }
  }
  std::string control(static_cast<size_t>(transfer.position), '\0');
  Address address;
  msghdr message{};
  message.msg_iov = vectors.data();
  message.msg_iovlen = vectors.size();
  message.msg_control = control.empty() ? nullptr : control.data();
  message.msg_controllen = control.size();
  message.msg_name = address.get();
  message.msg_namelen = sizeof address.storage;
  const ssize_t count = recvmsg(transfer.socket->descriptor, &message,
                                transfer.flags | MSG_DONTWAIT | MSG_CMSG_CLOEXEC);
  if (count < 0) return failed_attempt(thread);
  address.length = message.msg_namelen;
  Value values[4];
  values[0] = scratch == nullptr
                  ? Value::small_int(count)
                  : as_result(make_bytes(thread, {scratch, static_cast<size_t>(count)}));
  if (!values[0]) return values[0];
  values[1] = unpack_control(thread, message);
  if (!values[1]) return values[1];
  values[2] = Value::small_int(message.msg_flags & ~MSG_CMSG_CLOEXEC);
  values[3] = make_address(thread, transfer.socket, address);
  return values[3] ? as_result(make_tuple(thread, values)) : values[3];
}

// Ancillary size and flags of the arguments from `first` on.
bool parse_rest(Thread& thread, Arguments arguments, uint32_t first, std::string_view function,
                Transfer& transfer) {
  const std::optional<int64_t> ancillary = to_size_argument(thread, arguments[first]);
  const std::optional<int32_t> flags =
      ancillary ? to_int_argument(thread, arguments[first + 1]) : std::nullopt;
  if (!flags) return false;
  if (*ancillary < 0 || *ancillary > INT_MAX) {
    raise_value_error(thread, text("invalid ancillary data buffer length in ", function));
    return false;
  }
  transfer.position = *ancillary;
  transfer.flags = *flags;
  return true;
}

Value recvmsg_method(Thread& thread, Arguments arguments) {
  Transfer transfer{receive_message, self_of(arguments), {}, {}};
  const std::optional<int64_t> size = to_size_argument(thread, arguments[1]);
  if (!size || !parse_rest(thread, arguments, 2, "recvmsg()", transfer)) return Value::error();
  if (*size < 0) return raise_value_error(thread, "negative buffer size in recvmsg()");
  transfer.size = *size;
  return begin_transfer(thread, transfer);
}

Value recvmsg_into_method(Thread& thread, Arguments arguments) {
  Transfer transfer{receive_message, self_of(arguments), {}, {}};
  const Value buffers = buffers_of(thread, arguments[1], "recvmsg_into");
  if (!buffers || !parse_rest(thread, arguments, 2, "recvmsg_into()", transfer))
    return Value::error();
  transfer.data = buffers;
  transfer.size = -1;
  return begin_transfer(thread, transfer);
}

constexpr NativeMethod methods[] = {
    {"recvmsg", "(self, bufsize, ancbufsize=0, flags=0, /)",
     "Receives bytes and ancillary data: (data, ancdata, msg_flags, address).", recvmsg_method},
    {"recvmsg_into", "(self, buffers, ancbufsize=0, flags=0, /)",
     "As recvmsg(), into buffers: (nbytes, ancdata, msg_flags, address).", recvmsg_into_method},
    {"sendmsg", "(self, buffers, ancdata=(), flags=0, address=None, /)",
     "Sends buffers and ancillary data: how many bytes were taken.", sendmsg_method},
};

}  // namespace

std::span<const NativeMethod> message_methods() { return methods; }

}  // namespace weft::sockets
