// Classes: order, layouts, change, lookup caches, special methods.
#include "interpreter/objects/descriptor.h"
#include "interpreter/objects/dict.h"
#include "interpreter/objects/native.h"
#include "interpreter/objects/type.h"
#include "tests/unit/isolate_fixture.h"

namespace weft {
namespace {

Value give_seven(Thread&, Arguments) { return Value::small_int(7); }
Value give_eight(Thread&, Arguments) { return Value::small_int(8); }
Value count_arguments(Thread&, Arguments arguments) {
  return Value::small_int(static_cast<int64_t>(arguments.count()));
}
constexpr NativeMethod seven = {"seven", "(*args)", "", give_seven};
constexpr NativeMethod eight = {"eight", "(*args)", "", give_eight};

class ObjectClass : public IsolateTest {
 protected:
  Type* derive(std::string_view class_name, std::initializer_list<Type*> bases) {
    Tuple* tuple = make_tuple(thread, bases.size());
    uint64_t i = 0;
    for (Type* base : bases) store(tuple, tuple->values[i++], Value::cell(base));
    return make_class(thread, isolate.types.type, name(class_name), tuple, make_dict(thread),
                      nullptr);
  }
  // A native function that is no method: called without the receiver, whatever it stands in.
  Value static_native(const NativeMethod& declaration) {
    return make_static_method(
        thread, Value::cell(make_native_function(thread, declaration, nullptr, Value::none())));
  }
  std::string order_of(Type* type) {
    std::string names;
    for (const Value entry : type->mro->view()) names += as_type(entry)->name->view();
    return names;
  }
};

TEST_F(ObjectClass, LinearisationIsC3) {
  Type* a = derive("A", {});
  Type* b = derive("B", {a});
  Type* c = derive("C", {a});
  Type* d = derive("D", {b, c});
  EXPECT_EQ(order_of(d), "DBCAobject");
  EXPECT_EQ(derive("E", {a, d}), nullptr);
  EXPECT_EQ(take_pending_text(),
            "TypeError: Cannot create a consistent method resolution\norder (MRO) for bases A, D");
  EXPECT_EQ(derive("F", {a, a}), nullptr);
  EXPECT_EQ(take_pending_text(), "TypeError: duplicate base class A");
}

TEST_F(ObjectClass, LayoutsThatDoNotGoTogetherAreRefused) {
  EXPECT_EQ(derive("X", {isolate.types.list, isolate.types.dict}), nullptr);
  EXPECT_EQ(take_pending_text(), "TypeError: multiple bases have instance lay-out conflict");
  EXPECT_EQ(derive("X", {isolate.types.boolean}), nullptr);
  EXPECT_EQ(take_pending_text(), "TypeError: type 'bool' is not an acceptable base type");
  EXPECT_NE(derive("X", {isolate.types.list, isolate.types.object}), nullptr);
}

TEST_F(ObjectClass, ChangesReachSubclassesAndTheirSpecialTables) {
  Type* base = derive("Base", {});
  Type* derived = derive("Derived", {base});
  const Value object = call(thread, Value::cell(derived), {});
  EXPECT_EQ(show(get_attribute(thread, object, name("x"))),
            "!AttributeError: 'Derived' object has no attribute 'x'");
  const uint64_t version = derived->version;
  ASSERT_TRUE(set_attribute(thread, Value::cell(base), name("x"), integer(1)));
  EXPECT_NE(derived->version, version);
  EXPECT_EQ(show(get_attribute(thread, object, name("x"))), "1");
  ASSERT_TRUE(set_attribute(thread, Value::cell(base), name("x"), integer(2)));
  EXPECT_EQ(show(get_attribute(thread, object, name("x"))), "2");

  EXPECT_FALSE(length(thread, object));
  EXPECT_EQ(take_pending_text(), "TypeError: object of type 'Derived' has no len()");
  ASSERT_TRUE(set_attribute(thread, Value::cell(base), name("__len__"), static_native(seven)));
  EXPECT_EQ(length(thread, object), 7u);
  ASSERT_TRUE(set_attribute(thread, Value::cell(derived), name("__len__"), static_native(eight)));
  EXPECT_EQ(length(thread, object), 8u);
  ASSERT_TRUE(delete_attribute(thread, Value::cell(derived), name("__len__")));
  EXPECT_EQ(length(thread, object), 7u);
}

TEST_F(ObjectClass, BuiltInClassesCannotBeChanged) {
  EXPECT_FALSE(set_attribute(thread, Value::cell(isolate.types.list), name("x"), integer(1)));
  EXPECT_EQ(take_pending_text(), "TypeError: cannot set 'x' attribute of immutable type 'list'");
}

TEST_F(ObjectClass, EqualityWithoutHashMakesInstancesUnhashable) {
  Dict* body = make_dict(thread);
  ASSERT_TRUE(dict_set_str(thread, body, name("__eq__"), static_native(seven)));
  Type* type =
      make_class(thread, isolate.types.type, name("C"), isolate.empty_tuple, body, nullptr);
  ASSERT_NE(type, nullptr);
  EXPECT_FALSE(hash(thread, call(thread, Value::cell(type), {})));
  EXPECT_EQ(take_pending_text(), "TypeError: unhashable type: 'C'");
}

TEST_F(ObjectClass, SubclassesAreListedWhileTheyLive) {
  Type* base = derive("Base", {});
  Type* kept = derive("Kept", {base});
  EXPECT_EQ(call_and_show(Value::cell(base), "__subclasses__", {}), "[<class 'Kept'>]");
  Type* other = derive("Other", {});
  const Value bases[] = {Value::cell(other)};
  ASSERT_TRUE(set_attribute(thread, Value::cell(kept), name("__bases__"),
                            Value::cell(make_tuple(thread, bases))));
  EXPECT_EQ(call_and_show(Value::cell(other), "__subclasses__", {}), "[<class 'Kept'>]");
  EXPECT_EQ(call_and_show(Value::cell(base), "__subclasses__", {}), "[]");
}

TEST_F(ObjectClass, WrongCallsOfConstructorsAreWordedAsInCPython) {
  Type* type = derive("C", {});
  EXPECT_EQ(show(call(thread, Value::cell(type), {integer(1)})),
            "!TypeError: C() takes no arguments");
  EXPECT_EQ(show(call(thread, Value::cell(isolate.types.type), {})),
            "!TypeError: type() takes 1 or 3 arguments");
}

TEST_F(ObjectClass, NativeSignaturesBind) {
  constexpr NativeMethod declaration = {"f", "(a, b=2, /, c=None, *, d='x')", "", count_arguments};
  const Value function =
      Value::cell(make_native_function(thread, declaration, nullptr, Value::none()));
  EXPECT_EQ(show(call(thread, function, {integer(1)})), "4");
  EXPECT_EQ(show(call(thread, function, {})),
            "!TypeError: f() takes at least 1 positional argument (0 given)");
  const Value keyword[] = {Value::cell(name("e"))};
  const Value values[] = {integer(1), integer(2)};
  EXPECT_EQ(show(call_with_keywords(thread, function, values, make_tuple(thread, keyword))),
            "!TypeError: 'e' is an invalid keyword argument for f()");
  EXPECT_EQ(call_and_show(Value::cell(make_list(thread)), "append", {}),
            "!TypeError: list.append() takes exactly one argument (0 given)");
  EXPECT_EQ(call_and_show(Value::cell(make_list(thread)), "insert", {integer(1)}),
            "!TypeError: insert expected 2 arguments, got 1");
}

}  // namespace
}  // namespace weft
