// An isolate comes up, and its built-in types hang together.
#include "interpreter/objects/dict.h"
#include "interpreter/objects/type.h"
#include "tests/unit/isolate_fixture.h"

namespace weft {
namespace {

using ObjectBoot = IsolateTest;

TEST_F(ObjectBoot, TypesHaveNamesBasesAndOrder) {
  EXPECT_EQ(show(Value::cell(isolate.types.boolean)), "<class 'bool'>");
  EXPECT_EQ(show(Value::cell(isolate.types.boolean->mro)),
            "(<class 'bool'>, <class 'int'>, <class 'object'>)");
  EXPECT_EQ(show(Value::cell(isolate.exceptions.exception_group->bases)),
            "(<class 'BaseExceptionGroup'>, <class 'Exception'>)");
  EXPECT_EQ(type_of(thread, Value::cell(isolate.types.type)), isolate.types.type);
}

TEST_F(ObjectBoot, HeapIsSound) {
  isolate.heap.collect();
  EXPECT_TRUE(isolate.heap.verify());
}

}  // namespace
}  // namespace weft
