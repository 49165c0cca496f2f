// One request and its answer, as far as it has come.
//
// What libcurl hands out is kept until it is asked for: the head of the answer as it is on the
// wire, and the body, of which at most `limit` bytes lie here (then libcurl stops reading). One
// fiber at a time waits for a transfer. A wait fails when nothing has happened for its timeout;
// time spent on connecting does not count, that has a limit of its own.
#pragma once

#include <memory>
#include <optional>
#include <string>

#include "interpreter/objects/bytes.h"
#include "interpreter/objects/dict.h"
#include "interpreter/objects/native.h"
#include "stdlib/_curl/multi.h"

namespace weft::curl {

enum class WaitingFor : uint8_t { Head, Body, Room, End };

// What is no cell; libcurl has its address.
struct TransferState {
  ~TransferState();

  std::shared_ptr<const Library> library;
  std::shared_ptr<MultiCore> core;  // while it runs
  CURL* easy = nullptr;             // null when it has ended
  curl_slist* headers = nullptr;
  curl_slist* proxy_headers = nullptr;
  std::string head;        // of the last answer: earlier ones said "go on"
  std::string body;        // what has come and was not taken
  std::string upload;      // what has been given to send and was not sent
  size_t upload_sent = 0;  // bytes of it
  size_t limit = 0;        // bytes of the body kept at most; 0: any number
  int64_t last_event = 0;  // when something happened last; of the isolate's clock
  CURLcode result = CURLE_OK;
  long os_error = 0;
  char message[CURL_ERROR_SIZE] = "";
  std::string_view refusal;  // why the head of an answer was not taken
  size_t head_lines = 0;
  bool has_head = false;
  bool is_connected = false;
  bool defers_head =
      false;               // the head counts when the body begins: libcurl may answer a 401 itself
  bool is_paused = false;  // the body
  bool upload_is_paused = false;
  bool upload_is_whole = false;
  bool has_ended = false;
};

struct Transfer : CustomObject {
  using CustomObject::CustomObject;
  TransferState* state;  // owned
  WaitQueue queue;       // at most one
  WaitingFor waiting_for;
  Value request_body;  // bytes that libcurl reads from; unset
  Multi* multi;        // null: does not run
  Transfer* next;      // of the multi's
  Transfer* previous;
  const Isolate* isolate;  // for its clock
};

extern const CustomOperations transfer_operations;
std::span<const NativeMethod> transfer_methods();
std::span<const NativeAttribute> transfer_attributes();
Value transfer_new(Thread& thread, Arguments arguments);

// The transfer has come to its end.
void end_transfer(Transfer* transfer, CURLcode result);
// It is given up.
void abort_transfer(Thread& thread, Transfer* transfer);

// The types of the module; null until it has been filled.
struct CurlState final : runtime::RootSource {
  void trace_roots(runtime::Marker& marker) override {
    marker.mark(multi_type);
    marker.mark(transfer_type);
  }
  Type* multi_type = nullptr;
  Type* transfer_type = nullptr;
};

}  // namespace weft::curl
