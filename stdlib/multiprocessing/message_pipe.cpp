// A packet of a Unix socket is a message. What is too long for one lies in a file in memory, whose
// descriptor goes with the packet of the message's first bytes: so long messages fill the socket as
// others do, and who sends them waits for who reads them.
#include "stdlib/multiprocessing/message_pipe.h"

#include <sys/mman.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <ctime>
#include <memory>

#include "interpreter/objects/buffer.h"
#include "interpreter/objects/bytes.h"
#include "interpreter/objects/descriptor_exhaustion.h"
#include "interpreter/objects/exception.h"
#include "interpreter/vm/waiting.h"
#include "stdlib/module_filling.h"
#include "stdlib/posix/path_argument.h"

namespace weft {
namespace {

constexpr size_t PacketSize = 65536;

// A descriptor that is closed with its owner.
class OwnedDescriptor {
 public:
  explicit OwnedDescriptor(int number = -1) : number_(number) {}
  ~OwnedDescriptor() {
    if (number_ >= 0) close(number_);
  }
  OwnedDescriptor(const OwnedDescriptor&) = delete;
  OwnedDescriptor& operator=(const OwnedDescriptor&) = delete;
  void reset(int number) {
    if (number_ >= 0) close(number_);
    number_ = number;
  }
  int number() const { return number_; }

 private:
  int number_;
};

// A packet, and a descriptor that may go with it.
struct Packet {
  Packet(const void* data, size_t size) : part{const_cast<void*>(data), size} {
    header.msg_iov = &part;
    header.msg_iovlen = 1;
  }
  void carry(int descriptor) {
    leave_room();
    cmsghdr* control = CMSG_FIRSTHDR(&header);
    control->cmsg_level = SOL_SOCKET;
    control->cmsg_type = SCM_RIGHTS;
    control->cmsg_len = CMSG_LEN(sizeof descriptor);
    std::memcpy(CMSG_DATA(control), &descriptor, sizeof descriptor);
  }
  void leave_room() {
    header.msg_control = room;
    header.msg_controllen = sizeof room;
  }
  // -1: none came.
  int carried() {
    const cmsghdr* control = CMSG_FIRSTHDR(&header);
    if (control == nullptr || control->cmsg_type != SCM_RIGHTS) return -1;
    int descriptor;
    std::memcpy(&descriptor, CMSG_DATA(control), sizeof descriptor);
    return descriptor;
  }

  iovec part;
  msghdr header{};
  alignas(cmsghdr) char room[CMSG_SPACE(sizeof(int))] = {};
};

Value message_pipe(Thread& thread, Arguments) {
  int ends[2];
  if (with_descriptors(thread.isolate, [&] {
        return socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, ends);
      }) != 0) {
    return raise_errno(thread);
  }
  const Value pair[] = {Value::small_int(ends[0]), Value::small_int(ends[1])};
  return as_result(make_tuple(thread, pair));
}

// A file in memory of these bytes; negative: errno.
int make_memory_file(Thread& thread, std::string_view bytes) {
  const int made =
      with_descriptors(thread.isolate, [] { return memfd_create("message", MFD_CLOEXEC); });
  if (made < 0) return made;
  int error = 0;
  without_gil(thread, [&] {
    while (!bytes.empty()) {
      const ssize_t count = write(made, bytes.data(), bytes.size());
      if (count < 0 && errno != EINTR) {
        error = errno;
        return;
      }
      if (count > 0) bytes.remove_prefix(static_cast<size_t>(count));
    }
  });
  if (error == 0) return made;
  close(made);
  errno = error;
  return -1;
}

ssize_t send_packet(int descriptor, const Packet& packet, int flags) {
  for (;;) {
    const ssize_t sent = sendmsg(descriptor, &packet.header, MSG_NOSIGNAL | flags);
    if (sent >= 0 || errno != ETOOMANYREFS) return sent;
    // Too many descriptors are under way: until some have arrived.
    const timespec pause = {0, 1'000'000};
    nanosleep(&pause, nullptr);
  }
}

Value send_message(Thread& thread, Arguments arguments) {
  const std::optional<int32_t> descriptor = to_int_argument(thread, arguments[0]);
  const Truth waits = descriptor ? truth(thread, arguments[2]) : Truth::Error;
  if (waits == Truth::Error) return Value::error();
  if (!is_bytes(arguments[1])) return raise_type_error(thread, "a message is bytes");
  const std::string_view data = *readable_bytes(thread, arguments[1]);
  const size_t inside = std::min(data.size(), PacketSize);
  Packet packet(data.data(), inside);
  OwnedDescriptor rest;
  if (inside < data.size()) {
    rest.reset(make_memory_file(thread, data.substr(inside)));
    if (rest.number() < 0) return raise_errno(thread);
    packet.carry(rest.number());
  }
  // With the GIL as long as there is room: to give it up for so short a call costs more.
  ssize_t sent = sendmsg(*descriptor, &packet.header, MSG_NOSIGNAL | MSG_DONTWAIT);
  const bool is_full = sent < 0 && (errno == EAGAIN || errno == ETOOMANYREFS);
  if (is_full && waits == Truth::True) {
    sent = call_blocking(thread, [&] { return send_packet(*descriptor, packet, 0); });
  }
  if (sent >= 0) return Value::none();
  return raise_errno(thread);
}

// The whole of a message whose first bytes and file are there.
Value join_message(Thread& thread, std::string_view start, int file) {
  struct stat status {};
  if (file >= 0 && fstat(file, &status) != 0) return raise_errno(thread);
  const auto rest = static_cast<size_t>(status.st_size);
  Bytes* bytes = allocate_bytes(thread, start.size() + rest);
  if (bytes == nullptr) return Value::error();
  std::memcpy(bytes->bytes, start.data(), start.size());
  size_t done = 0;
  while (done < rest) {
    const ssize_t count =
        pread(file, bytes->bytes + start.size() + done, rest - done, static_cast<off_t>(done));
    if (count <= 0) return raise_errno(thread);
    done += static_cast<size_t>(count);
  }
  return Value::cell(bytes);
}

Value receive_message(Thread& thread, Arguments arguments) {
  const std::optional<int32_t> descriptor = to_int_argument(thread, arguments[0]);
  const Truth waits = descriptor ? truth(thread, arguments[1]) : Truth::Error;
  if (waits == Truth::Error) return Value::error();
  // Native stacks are small.
  const std::unique_ptr<char[]> room(new (std::nothrow) char[PacketSize]);
  if (room == nullptr) {
    raise_out_of_memory(thread);
    return Value::error();
  }
  Packet packet(room.get(), PacketSize);
  for (;;) {
    packet.leave_room();
    const ssize_t count = recvmsg(*descriptor, &packet.header, MSG_DONTWAIT | MSG_CMSG_CLOEXEC);
    if (count > 0) {
      const OwnedDescriptor file(packet.carried());
      if ((packet.header.msg_flags & MSG_CTRUNC) != 0) {
        // Its descriptor found no place in this process.
        return raise_os_error(thread, EMFILE, Value::unset());
      }
      return join_message(thread, {room.get(), static_cast<size_t>(count)}, file.number());
    }
    if (count == 0) {
      Exception* end =
          make_exception(thread, thread.isolate.exceptions.eof_error, thread.isolate.empty_tuple);
      return end == nullptr ? Value::error() : raise(thread, end);
    }
    if (errno == EINTR) continue;
    if (errno != EAGAIN || waits == Truth::False) return raise_errno(thread);
    if (!wait_until(thread, *descriptor, std::nullopt)) return Value::error();
  }
}

Value end_messages(Thread& thread, Arguments arguments) {
  const std::optional<int32_t> descriptor = to_int_argument(thread, arguments[0]);
  if (!descriptor) return Value::error();
  return shutdown(*descriptor, SHUT_RDWR) == 0 ? Value::none() : raise_errno(thread);
}

constexpr NativeMethod functions[] = {
    {"message_pipe", "(/)",
     "A pipe of whole messages: the descriptors to read from and to write to.", message_pipe},
    {"send_message", "(fd, data, waits=True, /)", "Sends bytes, of which there is at least one.",
     send_message},
    {"receive_message", "(fd, waits=True, /)",
     "The next message; EOFError when nobody can send one any more.", receive_message},
    {"end_messages", "(fd, /)", "Nobody, in whichever process, can send or wait any more.",
     end_messages},
};

}  // namespace

std::span<const NativeMethod> message_pipe_functions() { return functions; }

}  // namespace weft
