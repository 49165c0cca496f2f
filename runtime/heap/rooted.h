// Roots for values held where the collector does not look: members of malloc'd things, std
// containers, coroutine frames. (Native stacks are scanned; locals need none of this.)
//
// A rooted thing links itself into a list of its heap while it lives: two stores to make, two to
// drop. It must die before the heap does, and it belongs to the heap's thread.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <new>
#include <utility>

#include "runtime/heap/heap.h"

namespace weft::runtime {

class RootedBase {
 public:
  RootedBase(const RootedBase&) = delete;
  RootedBase& operator=(const RootedBase&) = delete;

 protected:
  RootedBase(Heap& heap, Value* values, size_t count)
      : link_{&heap.rooted_, heap.rooted_.next, values, count} {
    link_.next->previous = &link_;
    link_.previous->next = &link_;
  }
  // Takes the place beside `other` in the list.
  RootedBase(RootedBase& other, Value* values, size_t count)
      : link_{&other.link_, other.link_.next, values, count} {
    link_.next->previous = &link_;
    link_.previous->next = &link_;
  }
  ~RootedBase() {
    link_.next->previous = link_.previous;
    link_.previous->next = link_.next;
  }

  RootLink link_;
};

class RootedValue : private RootedBase {
 public:
  explicit RootedValue(Heap& heap, Value value = Value())
      : RootedBase(heap, &value_, 1), value_(value) {}
  RootedValue(RootedValue&& other) noexcept
      : RootedBase(other, &value_, 1), value_(std::exchange(other.value_, Value())) {}
  RootedValue& operator=(RootedValue&& other) noexcept {
    value_ = std::exchange(other.value_, Value());
    return *this;
  }
  RootedValue& operator=(Value value) {
    value_ = value;
    return *this;
  }

  Value get() const { return value_; }
  operator Value() const { return value_; }

 private:
  Value value_;
};

// A pointer to a T (a cell), or null.
template <class T>
class Rooted {
 public:
  explicit Rooted(Heap& heap, T* cell = nullptr) : value_(heap, Value::cell(cell)) {}
  Rooted(Rooted&&) noexcept = default;
  Rooted& operator=(Rooted&&) noexcept = default;
  Rooted& operator=(T* cell) {
    value_ = Value::cell(cell);
    return *this;
  }

  T* get() const { return value_.get().template as<T>(); }
  operator T*() const { return get(); }
  T* operator->() const { return get(); }
  T& operator*() const { return *get(); }

 private:
  RootedValue value_;
};

// A growing row of values. Throws std::bad_alloc as std::vector does.
class RootedVector : private RootedBase {
 public:
  explicit RootedVector(Heap& heap) : RootedBase(heap, nullptr, 0) {}
  RootedVector(RootedVector&& other) noexcept
      : RootedBase(other, other.link_.values, other.link_.count),
        capacity_(std::exchange(other.capacity_, 0)) {
    other.link_.values = nullptr;
    other.link_.count = 0;
  }
  RootedVector& operator=(RootedVector&& other) noexcept {
    std::swap(link_.values, other.link_.values);
    std::swap(link_.count, other.link_.count);
    std::swap(capacity_, other.capacity_);
    return *this;
  }
  ~RootedVector() { std::free(link_.values); }

  size_t size() const { return link_.count; }
  bool empty() const { return link_.count == 0; }
  size_t capacity() const { return capacity_; }
  Value* data() { return link_.values; }
  const Value* data() const { return link_.values; }
  Value* begin() { return link_.values; }
  Value* end() { return link_.values + link_.count; }
  const Value* begin() const { return link_.values; }
  const Value* end() const { return link_.values + link_.count; }
  Value& operator[](size_t index) { return link_.values[index]; }
  Value operator[](size_t index) const { return link_.values[index]; }
  Value& back() { return link_.values[link_.count - 1]; }
  Value back() const { return link_.values[link_.count - 1]; }

  void push_back(Value value) {
    if (link_.count == capacity_) [[unlikely]]
      reallocate(capacity_ == 0 ? 8 : capacity_ * 2);
    link_.values[link_.count++] = value;
  }
  void pop_back() { --link_.count; }
  void clear() { link_.count = 0; }
  void reserve(size_t capacity) {
    if (capacity > capacity_) reallocate(capacity);
  }
  // New elements are `fill`.
  void resize(size_t count, Value fill = Value()) {
    reserve(count);
    for (size_t i = link_.count; i < count; ++i) link_.values[i] = fill;
    link_.count = count;
  }

 private:
  void reallocate(size_t capacity) {
    void* memory = capacity > SIZE_MAX / sizeof(Value)
                       ? nullptr
                       : std::realloc(static_cast<void*>(link_.values), capacity * sizeof(Value));
    if (memory == nullptr) throw std::bad_alloc();
    link_.values = static_cast<Value*>(memory);
    capacity_ = capacity;
  }

  size_t capacity_ = 0;
};

}  // namespace weft::runtime
