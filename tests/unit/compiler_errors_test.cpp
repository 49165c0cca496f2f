// Errors found after parsing: their texts and places, which are CPython 3.11's.
#include "interpreter/compiler/compile.h"
#include "interpreter/objects/exception_fields.h"
#include "tests/unit/compiler_fixture.h"

namespace weft::compiler {
namespace {

struct Case {
  std::string_view source;
  std::string_view message;                // empty: compiles
  int line, offset, end_line, end_offset;  // end_offset -1: None
};

constexpr Case cases[] = {
    {"return", "'return' outside function", 1, 1, 1, 7},
    {"def f():\n    class C:\n        return 1", "'return' outside function", 3, 9, 3, 17},
    {"yield 1", "'yield' outside function", 1, 1, 1, 8},
    {"await x", "'await' outside function", 1, 1, 1, 8},
    {"def f():\n    await x", "'await' outside async function", 2, 5, 2, 12},
    {"lambda: (await x)", "'await' outside async function", 1, 10, 1, 17},
    {"break", "'break' outside loop", 1, 1, 1, 6},
    {"continue", "'continue' not properly in loop", 1, 1, 1, 9},
    {"for x in y:\n    def g():\n        break", "'break' outside loop", 3, 9, 3, 14},
    {"def f(x, x): pass", "duplicate argument 'x' in function definition", 1, 10, 1, 11},
    {"def f(x):\n    global x", "name 'x' is parameter and global", 2, 5, 2, 13},
    {"def f(x):\n    nonlocal x", "name 'x' is parameter and nonlocal", 2, 5, 2, 15},
    {"def f():\n    nonlocal x", "no binding for nonlocal 'x' found", 2, 5, 2, 15},
    {"nonlocal x", "nonlocal declaration not allowed at module level", 1, 1, 1, 11},
    {"def f():\n    print(x)\n    global x", "name 'x' is used prior to global declaration", 3, 5,
     3, 13},
    {"def f():\n    x = 1\n    global x", "name 'x' is assigned to before global declaration", 3, 5,
     3, 13},
    {"def f():\n    x: int\n    global x", "annotated name 'x' can't be global", 3, 5, 3, 13},
    {"def f():\n    global x\n    x: int = 4", "annotated name 'x' can't be global", 3, 5, 3, 15},
    {"def f():\n    from a import *", "import * only allowed at module level", 2, 19, 2, 20},
    {"try:\n    pass\nexcept:\n    pass\nexcept A:\n    pass", "default 'except:' must be last", 3,
     1, 4, 9},
    {"__debug__ = 1", "cannot assign to __debug__", 1, 1, 1, 10},
    {"def f(__debug__): pass", "cannot assign to __debug__", 1, 1, 1, 23},
    {"f(__debug__=1)", "cannot assign to __debug__", 1, 1, 1, 15},
    {"x.__debug__ = 1", "cannot assign to __debug__", 1, 1, 1, 12},
    {"import __debug__", "cannot assign to __debug__", 1, 1, 1, 17},
    {"del __debug__", "cannot delete __debug__", 1, 5, 1, 14},
    {"def f():\n    [x async for x in y]",
     "asynchronous comprehension outside of an asynchronous function", 2, 5, 2, 25},
    {"[x async for x in y]", "asynchronous comprehension outside of an asynchronous function", 1, 1,
     1, 21},
    {"async def f():\n    yield 1\n    return 2", "'return' with value in async generator", 3, 5, 3,
     13},
    {"async def f():\n    yield from x", "'yield from' inside async function", 2, 5, 2, 17},
    {"[(x := 1) for x in y]",
     "assignment expression cannot rebind comprehension iteration variable 'x'", 1, 3, 1, 4},
    {"[x for x in (y := 1)]",
     "assignment expression cannot be used in a comprehension iterable expression", 1, 14, 1, 20},
    {"[[(j := 1) for i in x] for j in y]",
     "assignment expression cannot rebind comprehension iteration variable 'j'", 1, 4, 1, 5},
    {"class C:\n    [(x := 1) for i in y]",
     "assignment expression within a comprehension cannot be used in a class body", 2, 7, 2, 8},
    {"[i for i in x for j in (z := 1)]",
     "assignment expression cannot be used in a comprehension iterable expression", 1, 25, 1, 31},
    {"[(yield 1) for i in x]", "'yield' inside list comprehension", 1, 3, 1, 10},
    {"{(yield 1) for i in x}", "'yield' inside set comprehension", 1, 3, 1, 10},
    {"{1: (yield 1) for i in x}", "'yield' inside dict comprehension", 1, 6, 1, 13},
    {"((yield 1) for i in x)", "'yield' inside generator expression", 1, 3, 1, 10},
    {"from __future__ import annotations\ndef f(x: (yield 1)): pass",
     "'yield expression' can not be used within an annotation", 2, 11, 2, 18},
    {"from __future__ import annotations\ndef f(x: (y := 1)): pass",
     "'named expression' can not be used within an annotation", 2, 11, 2, 17},
    {"from __future__ import annotations\nasync def f(x: (await 1)): pass",
     "'await expression' can not be used within an annotation", 2, 17, 2, 24},
    {"from __future__ import annotations\nx: lambda: (yield 1) = 5", "", 0, 0, 0, 0},
    {"x = 1\nfrom __future__ import annotations",
     "from __future__ imports must occur at the beginning of the file", 2, 1, 2, 35},
    {"from __future__ import nope", "future feature nope is not defined", 1, 1, 1, -1},
    {"from __future__ import braces", "not a chance", 1, 1, 1, -1},
    {"a, *b, *c = x", "multiple starred expressions in assignment", 1, 1, 1, 10},
    {"*a = x", "starred assignment target must be in a list or tuple", 1, 1, 1, 3},
    {"x = *a", "can't use starred expression here", 1, 5, 1, 7},
    {"def f():\n    global x\n    nonlocal x", "name 'x' is nonlocal and global", 2, 5, 2, 13},
    {"def f(a=1, *, b, c=1, **a): pass", "duplicate argument 'a' in function definition", 1, 25, 1,
     26},
    {"f(a=1, a=2)", "keyword argument repeated: a", 1, 8, 1, 11},
    {"match x:\n    case y: pass\n    case 1: pass",
     "name capture 'y' makes remaining patterns unreachable", 2, 10, 2, 11},
    {"match x:\n    case _: pass\n    case 1: pass",
     "wildcard makes remaining patterns unreachable", 2, 10, 2, 11},
    {"match x:\n    case a | b: pass", "name capture 'a' makes remaining patterns unreachable", 2,
     10, 2, 11},
    {"match x:\n    case [a] | [b]: pass", "alternative patterns bind different names", 2, 17, 2,
     18},
    {"match x:\n    case [a, a]: pass", "multiple assignments to name 'a' in pattern", 2, 14, 2,
     15},
    {"match x:\n    case [*a, *b]: pass", "multiple starred names in sequence pattern", 2, 10, 2,
     18},
    {"match x:\n    case {1: a, 1: b}: pass", "mapping pattern checks duplicate key (1)", 2, 10, 2,
     22},
    {"match x:\n    case C(a=1, a=2): pass", "attribute name repeated in class pattern: a", 2, 19,
     2, 20},
    {"match x:\n    case {1: a, **a}: pass", "multiple assignments to name 'a' in pattern", 2, 14,
     2, 15},
    {"match x:\n    case C(__debug__=1): pass", "cannot assign to __debug__", 2, 22, 2, 23},
    {"match x:\n    case __debug__: pass", "cannot assign to __debug__", 2, 10, 2, 19},
    {"async with x: pass", "'async with' outside async function", 1, 1, 1, 19},
    {"async for x in y: pass", "'async for' outside async function", 1, 1, 1, 23},
    {"def f():\n    async with x: pass", "'async with' outside async function", 2, 5, 2, 23},
    {"def f():\n    async for x in y: pass", "'async for' outside async function", 2, 5, 2, 27},
    {"while 1:\n    try:\n        pass\n    except* A:\n        break",
     "'break', 'continue' and 'return' cannot appear in an except* block", 5, 9, 5, 14},
    {"def f():\n    try:\n        pass\n    except* A:\n        return 1",
     "'break', 'continue' and 'return' cannot appear in an except* block", 5, 16, 5, 17},
    {"while 1:\n    try:\n        pass\n    except* A:\n        continue",
     "'break', 'continue' and 'return' cannot appear in an except* block", 5, 9, 5, 17},
    {"def f():\n    def g():\n        nonlocal q", "no binding for nonlocal 'q' found", 3, 9, 3,
     19},
    {"class C:\n    nonlocal x", "no binding for nonlocal 'x' found", 2, 5, 2, 15},
    {"x: int = (yield)", "'yield' outside function", 1, 11, 1, 16},
    {"with x as __debug__: pass", "cannot assign to __debug__", 1, 11, 1, 20},
    {"for __debug__ in x: pass", "cannot assign to __debug__", 1, 5, 1, 14},
    {"(__debug__ := 1)", "cannot assign to __debug__", 1, 2, 1, 11},
    {"lambda __debug__: 1", "cannot assign to __debug__", 1, 1, 1, 20},
    {"def f():\n    __debug__: int = 1", "cannot assign to __debug__", 2, 5, 2, 14},
    {"__debug__ += 1", "cannot assign to __debug__", 1, 1, 1, 10},
    {"import a as __debug__", "cannot assign to __debug__", 1, 1, 1, 22},
    {"def __debug__(): pass", "cannot assign to __debug__", 1, 1, 1, 22},
    {"class __debug__: pass", "cannot assign to __debug__", 1, 1, 1, 22},
    {"try: pass\nexcept E as __debug__: pass", "cannot assign to __debug__", 2, 1, 2, 28},
    {"global __debug__", "", 0, 0, 0, 0},
    {"def f(*, x, x): pass", "duplicate argument 'x' in function definition", 1, 13, 1, 14},
    {"def f(*x, **x): pass", "duplicate argument 'x' in function definition", 1, 13, 1, 14},
    {"async def f():\n    return [await x for x in [y async for y in z]]", "", 0, 0, 0, 0},
    {"def f():\n    return (await x for x in y)", "", 0, 0, 0, 0},
    {"def f():\n    return [(await x for x in y) for z in q]", "", 0, 0, 0, 0},
    {"async def f():\n    lambda: [x async for x in y]",
     "asynchronous comprehension outside of an asynchronous function", 2, 13, 2, 33},
    {"async def f():\n    def g():\n        return [x async for x in y]",
     "asynchronous comprehension outside of an asynchronous function", 3, 16, 3, 36},
    {"def f():\n    yield 1\n    x = [await z for z in t]",
     "asynchronous comprehension outside of an asynchronous function", 3, 9, 3, 29},
    {"*a, = b\n*a, *b", "", 0, 0, 0, 0},
    {"for *a in b: pass", "starred assignment target must be in a list or tuple", 1, 5, 1, 7},
    {"class C(*a, x=1, x=2): pass", "keyword argument repeated: x", 1, 18, 1, 21},
    {"def f(x):\n    def g():\n        global x\n        def h():\n            nonlocal x",
     "no binding for nonlocal 'x' found", 5, 13, 5, 23},
    {"é = 1; return", "'return' outside function", 1, 9, 1, 15},
    {"def f():\n    é = 1; nonlocal qq", "no binding for nonlocal 'qq' found", 2, 13, 2, 24},
    {"if 1:\n  return", "'return' outside function", 2, 3, 2, 9},
    {"assert (1, 2)\nreturn", "'return' outside function", 2, 1, 2, 7},
    {"print(f\"{(yield)}\")", "'yield' outside function", 1, 11, 1, 16},
    {"print(f\"{await x}\")", "'await' outside function", 1, 10, 1, 17},
    {"def f():\n    if 0:\n        x = 1\n        global x",
     "name 'x' is assigned to before global declaration", 4, 9, 4, 17},
    {"a: int\nglobal a", "annotated name 'a' can't be global", 2, 1, 2, 9},
    {"global a\na: int", "", 0, 0, 0, 0},
    {"class C:\n    a: int\n    global a", "annotated name 'a' can't be global", 3, 5, 3, 13},
    {"class C:\n    global a\n    a: int = 3", "annotated name 'a' can't be global", 3, 5, 3, 15},
    {"(yield from x)", "'yield' outside function", 1, 2, 1, 14},
    {"class C:\n    yield 1", "'yield' outside function", 2, 5, 2, 12},
    {"class C:\n    await x", "'await' outside function", 2, 5, 2, 12},
    {"async def f():\n    class C:\n        await x", "'await' outside function", 3, 9, 3, 16},
    {"async def f():\n    class C:\n        [x async for x in y]",
     "asynchronous comprehension outside of an asynchronous function", 3, 9, 3, 29},
};

class ErrorsTest : public CompilerTest {};

TEST_F(ErrorsTest, TextsAndPlaces) {
  for (const Case& expected : cases) {
    SCOPED_TRACE(expected.source);
    Code* code = compile_source(thread(), expected.source, "<test>", {});
    if (expected.message.empty()) {
      EXPECT_NE(code, nullptr) << pending_text();
      continue;
    }
    EXPECT_EQ(code, nullptr);
    Exception* exception = take_pending(thread());
    if (exception == nullptr) continue;
    EXPECT_EQ(exception->type(), isolate.exceptions.syntax_error);
    const auto number = [&](uint32_t slot) {
      const Value value = exception_field(exception, slot);
      return value.is_small_int() ? static_cast<int>(value.as_small_int()) : -1;
    };
    const Value message = exception_field(exception, field::SyntaxErrorMessage);
    ASSERT_TRUE(is_str(message));
    EXPECT_EQ(as_str(message)->view(), expected.message);
    EXPECT_EQ(number(field::SyntaxErrorLine), expected.line);
    EXPECT_EQ(number(field::SyntaxErrorOffset), expected.offset);
    EXPECT_EQ(number(field::SyntaxErrorEndLine), expected.end_line);
    EXPECT_EQ(number(field::SyntaxErrorEndOffset), expected.end_offset);
  }
}

}  // namespace
}  // namespace weft::compiler
