// Handles keep their values alive, and nothing worse happens to those that outlive them.
#include <gtest/gtest.h>

#include <thread>
#include <vector>

#include "expect_error.h"
#include "weft/weft.h"

namespace {

using weft::Handle;
using weft::Interpreter;

TEST(Handles, KeepValuesThroughCollections) {
  Interpreter interpreter;
  std::vector<Handle> handles;
  for (int i = 0; i < 1000; ++i) {
    handles.push_back(interpreter.make("value " + std::to_string(i)));
    handles.push_back(interpreter.evaluate("[object()]"));
    if (i % 100 == 0) interpreter.collect();
  }
  interpreter.run("garbage = [[i] for i in range(100000)]; del garbage");
  interpreter.collect();
  for (int i = 0; i < 1000; ++i) {
    EXPECT_EQ(handles[2 * i].str(), "value " + std::to_string(i));
    EXPECT_EQ(handles[2 * i + 1].item(0).type_name(), "object");
  }
}

TEST(Handles, LetGoOfValues) {
  Interpreter interpreter;
  interpreter.collect();
  const size_t before = interpreter.memory_use().live_bytes;
  {
    const Handle large = interpreter.evaluate("bytearray(10_000_000)");
    // The copy is what is tested.
    const Handle copy = large;  // NOLINT(performance-unnecessary-copy-initialization)
    interpreter.collect();
    EXPECT_GE(interpreter.memory_use().live_bytes + 1000, before);
    EXPECT_EQ(copy.length(), 10000000u);
  }
  interpreter.run("import weakref\nclass Node: pass\nnode = Node()\nwatch = weakref.ref(node)");
  {
    Handle node = interpreter.global("node");
    interpreter.run("del node");
    interpreter.collect();
    EXPECT_TRUE(interpreter.evaluate("watch() is not None").is_true());
    const Handle moved = std::move(node);
    EXPECT_TRUE(node.empty());  // NOLINT: what moving does is what is tested
    EXPECT_EQ(moved.type_name(), "Node");
  }
  // A word on the native stack may still look like a reference: give it a few tries.
  bool gone = false;
  for (int i = 0; i < 10 && !gone; ++i) {
    interpreter.run("x = [str(i) for i in range(1000)]");
    interpreter.collect();
    gone = !interpreter.evaluate("watch() is not None").is_true();
  }
  EXPECT_TRUE(gone);
}

TEST(Handles, CopiesAndAssignments) {
  Interpreter interpreter;
  Handle first = interpreter.make("first");
  Handle second = first;
  first = interpreter.make("second");
  EXPECT_EQ(second.str(), "first");
  EXPECT_EQ(first.str(), "second");
  Handle& alias = first;
  first = alias;
  EXPECT_EQ(first.str(), "second");
  second = Handle();
  EXPECT_TRUE(second.empty());
  second = std::move(first);
  EXPECT_EQ(second.str(), "second");
}

TEST(Handles, EmptyOnesAreRefused) {
  Interpreter interpreter;
  const Handle empty;
  EXPECT_TRUE(empty.empty());
  EXPECT_THROW(empty.repr(), std::logic_error);
  EXPECT_THROW(static_cast<void>(empty.is_none()), std::logic_error);
  EXPECT_THROW(static_cast<void>(empty.to<int>()), std::logic_error);
  EXPECT_THROW(interpreter.set_global("x", empty), std::logic_error);
  // Where a value is made, an empty handle is None.
  EXPECT_TRUE(interpreter.make(empty).is_none());
}

TEST(Handles, OfAnotherInterpreterAreRefused) {
  Interpreter interpreter;
  Interpreter other;
  const Handle foreign = other.make("text");
  EXPECT_THROW(interpreter.set_global("x", foreign), std::logic_error);
  EXPECT_THROW(interpreter.global("print")(foreign), std::logic_error);
  EXPECT_THROW(interpreter.evaluate("[]").set_item(0, foreign), std::logic_error);
  EXPECT_THROW(interpreter.make(std::vector<Handle>{foreign}), std::logic_error);
}

TEST(Handles, MayOutliveTheirInterpreter) {
  std::vector<Handle> left;
  {
    Interpreter interpreter;
    for (int i = 0; i < 100; ++i) left.push_back(interpreter.make("text " + std::to_string(i)));
    left.resize(90);
  }
  const Handle copy = left[3];
  left.erase(left.begin() + 10, left.begin() + 40);
  EXPECT_FALSE(copy.empty());
  EXPECT_THROW(copy.str(), std::logic_error);
  EXPECT_THROW(copy.interpreter(), std::logic_error);
  Interpreter interpreter;
  EXPECT_THROW(interpreter.set_global("x", copy), std::logic_error);
}

// Also in errors that are caught, while other threads are inside, and when the interpreter goes.
TEST(Handles, GoOnAnyThread) {
  std::vector<Handle> left;
  std::vector<std::thread> threads;
  {
    Interpreter interpreter;
    interpreter.run("import gc\ndef fail(): raise ValueError([1, 2])");
    const Handle shared = interpreter.evaluate("[1, 2, 3]");
    left = std::vector<Handle>(1000, shared);
    for (int i = 0; i < 4; ++i) {
      threads.emplace_back([&] {
        for (int round = 0; round < 100; ++round) {
          const std::vector<Handle> many(10, shared);
          EXPECT_EQ(interpreter.evaluate("[1] * 100").length(), 100U);
          EXPECT_EQ(error_of(interpreter, "fail()"), "ValueError: [1, 2]");
          if (round % 10 == 0) interpreter.collect();
        }
      });
    }
    for (std::thread& thread : threads) thread.join();
    EXPECT_EQ(shared.length(), 3U);
    threads.clear();
    threads.emplace_back([&] { left.clear(); });
  }
  for (std::thread& thread : threads) thread.join();
  EXPECT_TRUE(left.empty());
}

}  // namespace
