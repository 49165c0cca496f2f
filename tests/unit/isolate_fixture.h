// A GoogleTest fixture with a running isolate: everything of interpreter/objects without the
// virtual machine. Script functions cannot be called (there are none); native ones can.
//
// WEFT_GC_STRESS=n in the environment makes the heap collect at every n-th allocation.
#pragma once

#include <gtest/gtest.h>

#include <cstdlib>
#include <string>

#include "interpreter/objects/errors.h"
#include "interpreter/objects/exception.h"
#include "interpreter/objects/isolate.h"
#include "interpreter/objects/list.h"
#include "interpreter/objects/numbers.h"
#include "interpreter/objects/operations.h"
#include "interpreter/objects/str.h"

namespace weft {

class IsolateTest : public ::testing::Test {
 protected:
  static IsolateOptions options_from_environment() {
    IsolateOptions options;
    if (const char* interval = std::getenv("WEFT_GC_STRESS"))
      options.heap.stress_interval = static_cast<uint32_t>(std::atoi(interval));
    return options;
  }

  explicit IsolateTest(const IsolateOptions& options = options_from_environment())
      : isolate(options), thread(*isolate.main_thread) {}

  void TearDown() override { EXPECT_EQ(pending_text(), "") << "left pending"; }

  Value text_value(std::string_view view) { return Value::cell(make_str(thread, view)); }
  Value integer(int64_t number) { return make_int(thread, number); }
  Str* name(std::string_view view) { return intern(thread, view); }

  // repr() of a value; of an error value "!" and the pending exception, which is dropped.
  std::string show(Value value) {
    if (!value) return "!" + take_pending_text();
    if (value.is_unset()) return "<unset>";
    Str* shown = repr(thread, value);
    return shown == nullptr ? "!" + take_pending_text() : std::string(shown->view());
  }

  // "TypeError: message" of the pending exception, empty when there is none.
  std::string pending_text() {
    if (thread.pending == nullptr) return "";
    std::string shown = format_exception_only(thread, thread.pending);
    while (shown.ends_with('\n')) shown.pop_back();
    return shown;
  }
  std::string take_pending_text() {
    std::string shown = pending_text();
    thread.pending = nullptr;
    return shown;
  }

  // object.name(arguments…), shown as above.
  std::string call_and_show(Value object, std::string_view method,
                            std::initializer_list<Value> arguments) {
    return show(call_method(thread, object, method, arguments));
  }

  Isolate isolate;
  Thread& thread;
};

}  // namespace weft
