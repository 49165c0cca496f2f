// Functions of the host that take their time: results that come later, from another thread.
//
//   interpreter.define("fetch", "(url, /)", "Fetches a page.", [&](std::string url) {
//     weft::Promise page(interpreter);
//     pool.submit([page, url] { page.resolve(download(url)); });
//     return page;
//   });
//
// The script's call of fetch() comes back when the promise is resolved. Meanwhile its fiber is
// parked as at every blocking call: where fibers take turns (spawn, asyncio, a monkey-patched
// program) the others of the thread run, else the thread waits. It costs no native stack, may be
// cancelled and bounded by a timeout; a result that comes after that is dropped.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <utility>

#include "weft/handle.h"

namespace weft {

struct PromiseResult;
struct PromiseState;

// Copies stand for the same result. A promise whose last copy goes before it was resolved fails. It
// may outlive its interpreter; what it is resolved with then is dropped.
class Promise {
 public:
  explicit Promise(Interpreter& interpreter);

  // Resolves it with a copy of `value`, whatever Interpreter::make takes but no handle (handles are
  // for the thread that uses the interpreter), or with None. From any thread, but not from signal
  // handlers; returns after a turn inside the interpreter, which a script that computes gives
  // within milliseconds. Only the first resolve() or fail() counts; whether this was it.
  template <class T>
  bool resolve(T value) const;
  bool resolve() const;
  // The script's call raises RuntimeError with this message.
  bool fail(std::string message) const;

 private:
  friend struct PromiseAccess;
  // Makes the result when the script's fiber goes on.
  using Maker = std::function<Handle(Interpreter&)>;
  bool settle(Maker maker, std::string message) const;

  std::shared_ptr<PromiseState> state_;
};

}  // namespace weft
