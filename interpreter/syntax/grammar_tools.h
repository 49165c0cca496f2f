#pragma once

// What the files of Grammar share: lists of children, the measure of depth, the memory of the
// second pass.

#include <algorithm>

#include "interpreter/syntax/grammar.h"

namespace weft::syntax {

// Children collected for a node that is not yet finished. They stand on a stack that all nodes
// under construction share, so a function may fill only one list at a time on it (Keywords have a
// stack of their own, being collected alongside arguments).
template <class T>
class Grammar::Collected {
 public:
  explicit Collected(Grammar& grammar)
      : stack_(std::is_same_v<T, Keyword> ? grammar.context_.keyword_scratch
                                          : grammar.context_.scratch),
        arena_(grammar.context_.arena),
        base_(stack_.size()) {}
  ~Collected() { stack_.resize(base_); }
  Collected(const Collected&) = delete;
  Collected& operator=(const Collected&) = delete;

  void push(T* node) { stack_.push_back(node); }
  void pop() { stack_.pop_back(); }
  size_t size() const { return stack_.size() - base_; }
  bool empty() const { return size() == 0; }
  T* operator[](size_t index) const { return static_cast<T*>(stack_[base_ + index]); }
  T* back() const { return static_cast<T*>(stack_.back()); }

  // All of them, or from `begin` each `step`-th (for lists of pairs), as a span in the arena.
  Nodes<T> finish(size_t begin = 0, size_t step = 1) const { return slice(begin, size(), step); }
  Nodes<T> slice(size_t begin, size_t end, size_t step = 1) const {
    return slice_as<T>(begin, end, step);
  }
  // Of a list of void, whose entries are of different types in turn.
  template <class Entry>
  Nodes<Entry> slice_as(size_t begin, size_t end, size_t step) const {
    if (begin >= end) return {};
    const size_t count = (end - begin + step - 1) / step;
    Entry** nodes = static_cast<Entry**>(arena_.allocate(count * sizeof(Entry*)));
    for (size_t i = 0; i < count; ++i) {
      nodes[i] = static_cast<Entry*>(stack_[base_ + begin + i * step]);
    }
    return {nodes, count};
  }

 private:
  std::vector<void*>& stack_;
  Arena& arena_;
  size_t base_;
};

// What a call or a class statement has in its brackets.
struct Grammar::ArgumentList {
  explicit ArgumentList(Grammar& grammar) : positional(grammar), keywords(grammar) {}

  Collected<Expression> positional;
  Collected<Keyword> keywords;
};

// One level of recursion. To be asked at once whether it may be.
class Grammar::Ascent {
 public:
  explicit Ascent(Grammar& grammar) : grammar_(grammar) { ++grammar_.context_.depth; }
  ~Ascent() { --grammar_.context_.depth; }
  Ascent(const Ascent&) = delete;
  Ascent& operator=(const Ascent&) = delete;

  [[nodiscard]] bool is_allowed() {
    if (grammar_.context_.depth <= grammar_.context_.options.maximum_depth) return true;
    grammar_.raise_unplaced(ErrorKind::MemoryError, "");
    return false;
  }

 private:
  Grammar& grammar_;
};

template <class T>
unsigned Grammar::height_of(std::span<T* const> nodes) {
  unsigned height = 0;
  for (const T* node : nodes) {
    if (node != nullptr) height = std::max<unsigned>(height, node->height);
  }
  return height;
}

// Runs a rule, or behind the first pass takes its result from memory. Whether it was explaining
// then makes no difference, as it makes none to CPython: what was first read without is not looked
// at for mistakes again.
template <class Node, class Parse>
Node* Grammar::remembered(Rule rule, Parse parse) {
  if (pass_ == PassKind::Building || at_lone_atom()) return parse();
  const size_t begin = position_;
  const auto key = static_cast<uint8_t>(rule);
  if (const RuleMemory::Entry* known = memory_.find(begin, key)) {
    if (known->node != nullptr) position_ = known->end;
    return static_cast<Node*>(known->node);
  }
  Node* node = parse();
  memory_.insert(begin, key, node, position_);
  return node;
}

}  // namespace weft::syntax
