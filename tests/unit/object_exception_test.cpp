// Exceptions: chains, fields, text; anchors of carets; suggestions; weak references.
#include "interpreter/objects/exception.h"

#include "interpreter/objects/dict.h"
#include "interpreter/objects/traceback_anchors.h"
#include "interpreter/objects/traceback_suggestions.h"
#include "interpreter/objects/type.h"
#include "interpreter/objects/weak_reference.h"
#include "tests/unit/isolate_fixture.h"

namespace weft {
namespace {

using ObjectException = IsolateTest;

TEST_F(ObjectException, RaisingWhileHandlingSetsTheContextWithoutCycles) {
  Exception* first = make_exception(thread, isolate.exceptions.value_error, "first");
  Exception* second = make_exception(thread, isolate.exceptions.key_error, "second");
  thread.handled = first;
  raise(thread, second);
  EXPECT_EQ(thread.pending, second);
  EXPECT_EQ(second->context, first);
  thread.handled = second;
  raise(thread, first);
  EXPECT_EQ(first->context, second);
  EXPECT_EQ(second->context, nullptr);
  thread.handled = nullptr;
  thread.pending = nullptr;
}

TEST_F(ObjectException, TextShowsTheChain) {
  Exception* cause = make_exception(thread, isolate.exceptions.value_error, "why");
  Exception* error = make_exception(thread, isolate.exceptions.runtime_error, "what");
  set_cause(error, cause);
  EXPECT_EQ(format_exception(thread, error),
            "ValueError: why\n\n"
            "The above exception was the direct cause of the following exception:\n\n"
            "RuntimeError: what\n");
}

TEST_F(ObjectException, OsErrorsTakeTheClassOfTheirNumber) {
  raise_os_error(thread, 2, text_value("missing.txt"));
  EXPECT_EQ(take_pending_text(),
            "FileNotFoundError: [Errno 2] No such file or directory: 'missing.txt'");
}

TEST_F(ObjectException, OutOfMemoryNeedsNoMemory) {
  raise_memory_error(thread);
  EXPECT_TRUE(clear_pending_if(thread, isolate.exceptions.memory_error));
}

// The part of the expression the carets point at.
std::string anchored(std::string_view expression) {
  const auto anchors = find_anchors(expression);
  if (!anchors) return "none";
  return std::string(expression.substr(anchors->begin, anchors->end - anchors->begin));
}

TEST(TracebackAnchors, PointAtTheRootOperator) {
  EXPECT_EQ(anchored("a + b"), "+");
  EXPECT_EQ(anchored("a * b + c // d"), "+");
  EXPECT_EQ(anchored("a + b - c"), "-");
  EXPECT_EQ(anchored("a // b"), "//");
  EXPECT_EQ(anchored("a ** b ** c"), "**");
  EXPECT_EQ(find_anchors("a ** b ** c")->begin, 2u);
  EXPECT_EQ(anchored("f(x + 1) | '+'"), "|");
  EXPECT_EQ(anchored("x[i][j + 1]"), "[j + 1]");
  EXPECT_EQ(anchored("-a * b"), "*");
}

TEST(TracebackAnchors, LeaveOtherExpressionsAlone) {
  EXPECT_EQ(anchored("f(a + b)"), "none");
  EXPECT_EQ(anchored("a < b"), "none");
  EXPECT_EQ(anchored("not a"), "none");
  EXPECT_EQ(anchored("-a ** b"), "none");
  EXPECT_EQ(anchored("a.b"), "none");
  EXPECT_EQ(anchored("x = a + b"), "none");
  EXPECT_EQ(anchored("a + "), "none");
  EXPECT_EQ(anchored("'unclosed"), "none");
}

TEST_F(ObjectException, SuggestionsAreCloseEnough) {
  const Value candidates[] = {text_value("append"), text_value("extend"), text_value("pop")};
  EXPECT_EQ(closest_name(candidates, name("apend"))->view(), "append");
  EXPECT_EQ(closest_name(candidates, name("Extend"))->view(), "extend");
  EXPECT_EQ(closest_name(candidates, name("completely_different")), nullptr);
}

template <class Make>
[[gnu::noinline]] WeakReference* call_deep_down(int depth, const Make& make) {
  volatile char room[1024];
  room[0] = 0;
  WeakReference* made = depth == 0 ? make() : call_deep_down(depth - 1, make);
  room[1] = room[0];
  return made;
}

TEST_F(ObjectException, WeakReferencesDieWithTheirTarget) {
  // Made deep down the native stack, where no collection looks afterwards.
  const auto make = [&] {
    Type* type = make_class(thread, isolate.types.type, name("C"), isolate.empty_tuple,
                            make_dict(thread), nullptr);
    return make_weak_reference(thread, make_plain_instance(thread, type));
  };
  WeakReference* reference = call_deep_down(32, make);
  isolate.heap.collect();
  EXPECT_EQ(reference->target, nullptr);
}

}  // namespace
}  // namespace weft
