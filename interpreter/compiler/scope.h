// Scopes: which names a block of code binds, and where every name it uses lives.
//
// Made in two passes over the tree before any code is generated. The collector
// (scope_collector.cpp) makes a Scope for the module and for each function, lambda, comprehension
// and class, and enters each name it meets with what is done to it. The resolver
// (scope_resolver.cpp) then decides each name's Binding and passes captured variables through the
// scopes in between. The rules are CPython's, the texts and places of the errors as well.
//
// Scopes and symbols live in the compilation's arena.
#pragma once

#include <vector>

#include "interpreter/compiler/compilation.h"

namespace weft::compiler {

enum class ScopeKind : uint8_t { Module, Class, Function };

// What syntax made a scope of kind Function.
enum class FunctionForm : uint8_t {
  Def,
  AsyncDef,
  Lambda,
  ListComprehension,
  SetComprehension,
  DictComprehension,
  GeneratorExpression
};

enum SymbolFlag : uint16_t {
  IsUsed = 1,
  IsAssigned = 2,  // by anything that binds but import: assignment, def, class, for, as …
  IsParameter = 4,
  IsGlobalDeclared = 8,
  IsNonlocalDeclared = 16,
  IsAnnotated = 32,
  IsIterationTarget = 64,  // of a comprehension
  IsDeletable = 128,       // by del or at the end of `except … as name`
  IsWalrusTarget = 256,
  IsImported = 512,
};

enum class Binding : uint8_t {
  Local,           // a register; in modules and classes: the namespace
  Cell,            // a register that holds a box, captured by an inner function
  Free,            // a box of the closure
  GlobalImplicit,  // global by not being bound anywhere
  GlobalExplicit   // by declaration
};

inline constexpr uint32_t NoIndex = UINT32_MAX;

struct Symbol {
  Identifier* name;
  const syntax::Location* declaration;  // of global and nonlocal; null if neither
  uint16_t flags;
  Binding binding;
  uint32_t local_index;     // of Local and Cell of functions (and the __class__ box of classes)
  uint32_t register_index;  // likewise; FirstFarRegister and above are far
  uint32_t free_index;      // place in the closure; in classes also of names merely passed through
  uint32_t name_cache;      // inline cache of the sites that use it as a global or namespace name
  Symbol* next;             // in order of first occurrence

  bool is(SymbolFlag flag) const { return (flags & flag) != 0; }
};

// The symbols of a scope by name: open addressing over an arena array, plus the order of entry.
class SymbolTable {
 public:
  Symbol* find(const Identifier* name) const {
    if (capacity_ == 0) return nullptr;
    for (uint32_t place = name->index & (capacity_ - 1);; place = (place + 1) & (capacity_ - 1)) {
      Symbol* symbol = places_[place];
      if (symbol == nullptr || symbol->name == name) return symbol;
    }
  }
  Symbol* find_or_add(syntax::Arena& arena, Identifier* name);
  Symbol* first() const { return first_; }
  uint32_t count() const { return count_; }

 private:
  void grow(syntax::Arena& arena);

  Symbol** places_ = nullptr;
  Symbol* first_ = nullptr;
  Symbol* last_ = nullptr;
  uint32_t capacity_ = 0;
  uint32_t count_ = 0;
};

struct Scope {
  ScopeKind kind;
  FunctionForm form;  // of Function
  const void* node;   // the tree node that made it
  Scope* parent;      // null for the module
  Scope* first_child;
  Scope* next_sibling;
  Identifier* class_name;  // the innermost class around, for mangling; null outside of classes
  SymbolTable symbols;
  bool is_nested;                  // inside a function
  bool is_generator;               // has yield, or is a generator expression
  bool is_coroutine;               // async def, or has await or async comprehension clauses
  bool needs_class_box;            // a class whose methods use super() or __class__
  bool has_walrus;                 // some assignment expression binds a local of this function
  bool has_annotations;            // of simple names: module and class need __annotations__
  bool in_comprehension_iterable;  // while collecting
  bool in_iteration_target;        // while collecting
  uint16_t deepest_block;          // how deeply statements nest

  // Filled by the resolver, functions only.
  uint32_t parameter_count;
  bool parameters_are_far;

  bool is_function() const { return kind == ScopeKind::Function; }
  bool is_comprehension() const { return is_function() && form >= FunctionForm::ListComprehension; }
  Symbol* find(const Identifier* name) const { return symbols.find(name); }
};

class ScopeTable {
 public:
  explicit ScopeTable(Compilation& compilation) : compilation_(compilation), places_(64) {}

  // Both passes over the whole tree. On failure the compilation has the error.
  void build(const syntax::Module& module);

  Scope* module_scope() const { return module_; }
  // The scope `node` (FunctionDef, Lambda, ClassDef, a comprehension) made.
  Scope* of(const void* node) const;

  // For the collector.
  Scope* add(const void* node, ScopeKind kind, Scope* parent);

 private:
  void grow();

  Compilation& compilation_;
  Scope* module_ = nullptr;
  std::vector<Scope*> places_;  // by node, open addressing
  size_t count_ = 0;
};

// The passes.
void collect_symbols(Compilation& compilation, ScopeTable& scopes, Scope* module_scope,
                     const syntax::Module& module);
void resolve_names(Compilation& compilation, Scope* module_scope);

}  // namespace weft::compiler
