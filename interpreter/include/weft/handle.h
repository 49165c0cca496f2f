// A host's reference to a value of the script.
#pragma once

#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <memory>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

namespace weft {

class Interpreter;
struct HandleSlot;  // internal: the rooted word

// Copies refer to the same value. An empty handle (default-constructed) refers to none; every
// function but `empty`, assignment and destruction needs a value.
//
// Functions that run script code throw ScriptError when it raises.
class Handle {
 public:
  Handle() = default;

  bool empty() const { return slot_ == nullptr; }
  bool is_none() const;
  bool is_true() const;  // Python's truth of the value
  // Name of the value's class, as "int" or "Player".
  std::string type_name() const;

  // Converts to bool, an integer type, double, std::string, Handle, or std::vector of these (from
  // any iterable). Throws ScriptError (TypeError, OverflowError) when the value is another kind.
  template <class T>
  T to() const;

  std::string str() const;   // str(value)
  std::string repr() const;  // repr(value)

  Handle attribute(std::string_view name) const;
  void set_attribute(std::string_view name, const Handle& value) const;
  bool has_attribute(std::string_view name) const;
  Handle item(const Handle& key) const;
  void set_item(const Handle& key, const Handle& value) const;
  size_t length() const;

  // value(arguments...), each a Handle or anything Interpreter::make takes.
  template <class... Arguments>
  Handle operator()(const Arguments&... arguments) const;
  Handle call(const std::vector<Handle>& arguments) const;

  Interpreter& interpreter() const { return *interpreter_; }

 private:
  friend class Interpreter;
  friend struct HandleAccess;
  Handle(Interpreter& interpreter, std::shared_ptr<HandleSlot> slot)
      : interpreter_(&interpreter), slot_(std::move(slot)) {}

  bool to_bool() const;
  int64_t to_int64() const;
  uint64_t to_uint64() const;
  double to_double() const;
  std::string to_string() const;
  std::vector<Handle> to_list() const;
  [[noreturn]] void throw_out_of_range(std::string_view type) const;

  Interpreter* interpreter_ = nullptr;
  std::shared_ptr<HandleSlot> slot_;
};

namespace detail {
template <class T>
struct IsVector : std::false_type {};
template <class T>
struct IsVector<std::vector<T>> : std::true_type {};
}  // namespace detail

template <class T>
T Handle::to() const {
  if constexpr (std::is_same_v<T, Handle>) {
    return *this;
  } else if constexpr (std::is_same_v<T, bool>) {
    return to_bool();
  } else if constexpr (std::is_floating_point_v<T>) {
    return static_cast<T>(to_double());
  } else if constexpr (std::is_unsigned_v<T>) {
    const uint64_t number = to_uint64();
    if (static_cast<T>(number) != number) throw_out_of_range("an unsigned integer type");
    return static_cast<T>(number);
  } else if constexpr (std::is_integral_v<T>) {
    const int64_t number = to_int64();
    if (static_cast<T>(number) != number) throw_out_of_range("an integer type");
    return static_cast<T>(number);
  } else if constexpr (std::is_same_v<T, std::string>) {
    return to_string();
  } else if constexpr (detail::IsVector<T>::value) {
    T result;
    for (const Handle& element : to_list()) {
      result.push_back(element.to<typename T::value_type>());
    }
    return result;
  } else {
    static_assert(std::is_same_v<T, Handle>, "no conversion from a script value to this type");
  }
}

}  // namespace weft
