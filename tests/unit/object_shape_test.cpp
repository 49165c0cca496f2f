// Shapes: where attributes lie, sharing of transitions, the way to a dictionary, growth.
#include "interpreter/objects/shape.h"

#include "interpreter/objects/dict.h"
#include "interpreter/objects/type.h"
#include "tests/unit/isolate_fixture.h"

namespace weft {
namespace {

class ObjectShape : public IsolateTest {
 protected:
  // class `class_name`(bases…) with nothing in it.
  Type* make_plain_class(std::string_view class_name, std::initializer_list<Value> bases = {}) {
    Tuple* tuple = make_tuple(thread, std::span<const Value>(bases.begin(), bases.size()));
    return make_class(thread, isolate.types.type, name(class_name), tuple, make_dict(thread),
                      nullptr);
  }
  Object* make_object_of(Type* type) { return call(thread, Value::cell(type), {}).as<Object>(); }
  void set(Object* object, std::string_view attribute, int64_t number) {
    ASSERT_TRUE(set_attribute(thread, Value::cell(object), name(attribute), integer(number)));
  }
  std::string get(Object* object, std::string_view attribute) {
    return show(get_attribute(thread, Value::cell(object), name(attribute)));
  }
};

TEST_F(ObjectShape, SameAttributesInSameOrderShareAShape) {
  Type* type = make_plain_class("C");
  Object* first = make_object_of(type);
  Object* second = make_object_of(type);
  set(first, "a", 1);
  set(first, "b", 2);
  set(second, "a", 3);
  EXPECT_NE(first->header(), second->header());
  set(second, "b", 4);
  EXPECT_EQ(first->header(), second->header());
  EXPECT_EQ(get(first, "b"), "2");
  EXPECT_EQ(get(second, "b"), "4");

  Object* other_order = make_object_of(type);
  set(other_order, "b", 1);
  set(other_order, "a", 2);
  EXPECT_NE(first->header(), other_order->header());
}

TEST_F(ObjectShape, SettingAnExistingAttributeKeepsTheShape) {
  Object* object = make_object_of(make_plain_class("C"));
  set(object, "a", 1);
  const uint64_t header = object->header();
  set(object, "a", 2);
  EXPECT_EQ(object->header(), header);
  EXPECT_EQ(get(object, "a"), "2");
}

TEST_F(ObjectShape, ManyAttributesGoToTheOverflowArrayAndLaterInstancesAreLarger) {
  Type* type = make_plain_class("C");
  Object* object = make_object_of(type);
  const uint16_t before = type->root_shape->inline_capacity;
  for (int i = 0; i < 20; ++i) set(object, "attribute" + std::to_string(i), i);
  for (int i = 0; i < 20; ++i)
    EXPECT_EQ(get(object, "attribute" + std::to_string(i)), std::to_string(i));
  EXPECT_FALSE(object->shape()->is_dictionary);
  EXPECT_GT(type->root_shape->inline_capacity, before);
  EXPECT_GE(type->root_shape->inline_capacity, 20);
  Object* larger = make_object_of(type);
  for (int i = 0; i < 20; ++i) set(larger, "attribute" + std::to_string(i), i + 100);
  EXPECT_EQ(*overflow_word(larger), nullptr);
  EXPECT_EQ(get(larger, "attribute19"), "119");
}

TEST_F(ObjectShape, TooManyAttributesMakeADictionary) {
  Object* object = make_object_of(make_plain_class("C"));
  const int count = static_cast<int>(MaximumNamedSlots) + 10;
  for (int i = 0; i < count; ++i) set(object, "a" + std::to_string(i), i);
  EXPECT_TRUE(object->shape()->is_dictionary);
  for (int i = 0; i < count; ++i)
    EXPECT_EQ(get(object, "a" + std::to_string(i)), std::to_string(i));
}

TEST_F(ObjectShape, NamesFromDataMakeNoShapesWithoutEnd) {
  Type* type = make_plain_class("C");
  Object* last = nullptr;
  for (uint32_t i = 0; i < 2 * MaximumTransitions; ++i) {
    last = make_object_of(type);
    set(last, "key" + std::to_string(i), i);
  }
  EXPECT_TRUE(last->shape()->is_dictionary);
  Object* known = make_object_of(type);
  set(known, "key0", 1);
  EXPECT_FALSE(known->shape()->is_dictionary);
}

TEST_F(ObjectShape, AskingForTheDictAndDeletingKeepOrderAndValues) {
  Object* object = make_object_of(make_plain_class("C"));
  set(object, "x", 1);
  set(object, "y", 2);
  const Value dict = get_attribute(thread, Value::cell(object), name("__dict__"));
  EXPECT_EQ(show(dict), "{'x': 1, 'y': 2}");
  EXPECT_TRUE(object->shape()->is_dictionary);
  set(object, "z", 3);
  EXPECT_EQ(show(dict), "{'x': 1, 'y': 2, 'z': 3}");
  ASSERT_TRUE(delete_attribute(thread, Value::cell(object), name("x")));
  EXPECT_EQ(show(dict), "{'y': 2, 'z': 3}");
  EXPECT_EQ(get(object, "x"), "!AttributeError: 'C' object has no attribute 'x'");
}

TEST_F(ObjectShape, SubclassesOfVariableSizeKeepAttributesBehindTheirElements) {
  Type* tuple_class = make_plain_class("T", {Value::cell(isolate.types.tuple)});
  Type* int_class = make_plain_class("I", {Value::cell(isolate.types.integer)});
  EXPECT_EQ(tuple_class->slots_offset, TrailingSlots);
  List* items = make_list(thread);
  ASSERT_TRUE(list_append(thread, items, integer(7)));
  const Value made = call(thread, Value::cell(tuple_class), {Value::cell(items)});
  ASSERT_TRUE(made);
  set(made.as<Object>(), "extra", 5);
  EXPECT_EQ(get(made.as<Object>(), "extra"), "5");
  EXPECT_EQ(show(made), "(7,)");
  const Value number = call(thread, Value::cell(int_class), {integer(12)});
  ASSERT_TRUE(number);
  set(number.as<Object>(), "unit", 1);
  isolate.heap.collect();
  EXPECT_EQ(get(number.as<Object>(), "unit"), "1");
  EXPECT_EQ(show(binary(thread, BinaryOperator::Add, number, integer(1))), "13");
}

TEST_F(ObjectShape, ChangingTheClassKeepsTheAttributes) {
  Type* from = make_plain_class("From");
  Type* to = make_plain_class("To");
  Object* object = make_object_of(from);
  set(object, "a", 1);
  set(object, "b", 2);
  ASSERT_TRUE(set_attribute(thread, Value::cell(object), name("__class__"), Value::cell(to)));
  EXPECT_EQ(object->type(), to);
  EXPECT_EQ(get(object, "a"), "1");
  set(object, "c", 3);
  EXPECT_EQ(get(object, "c"), "3");
  EXPECT_FALSE(set_attribute(thread, Value::cell(object), name("__class__"),
                             Value::cell(isolate.types.list)));
  EXPECT_EQ(take_pending_text(),
            "TypeError: __class__ assignment only supported for mutable types or ModuleType "
            "subclasses");
}

}  // namespace
}  // namespace weft
