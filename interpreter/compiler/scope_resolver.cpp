// Second pass: decides where every name lives.
//
// Scopes are taken from the outside in, so a name that a scope does not bind is looked for in
// scopes that are decided already. Finding it captured makes it a Cell where it is bound and Free
// in every scope on the way.
#include <algorithm>

#include "interpreter/compiler/opcodes.h"
#include "interpreter/compiler/scope.h"
#include "interpreter/objects/errors.h"

namespace weft::compiler {

namespace {

class Resolver {
 public:
  explicit Resolver(Compilation& compilation)
      : compilation_(compilation), class_name_(compilation.identifiers.find_or_add("__class__")) {}

  void resolve(Scope* scope) {
    if (!compilation_.may_go_on()) return;
    for (Symbol* symbol = scope->symbols.first(); symbol != nullptr; symbol = symbol->next) {
      bind(scope, symbol);
    }
    put_children_in_order(scope);
    for (Scope* child = scope->first_child; child != nullptr; child = child->next_sibling) {
      resolve(child);
    }
  }

 private:
  static void put_children_in_order(Scope* scope) {
    Scope* reversed = nullptr;
    for (Scope* child = scope->first_child; child != nullptr;) {
      Scope* next = child->next_sibling;
      child->next_sibling = reversed;
      reversed = child;
      child = next;
    }
    scope->first_child = reversed;
  }

  void bind(Scope* scope, Symbol* symbol) {
    if (symbol->is(IsGlobalDeclared)) {
      if (symbol->is(IsNonlocalDeclared)) {
        compilation_.fail(*symbol->declaration,
                          text("name '", symbol->name->text, "' is nonlocal and global"));
      }
      symbol->binding = Binding::GlobalExplicit;
    } else if (symbol->is(IsNonlocalDeclared)) {
      if (scope->kind == ScopeKind::Module) {
        compilation_.fail(*symbol->declaration, "nonlocal declaration not allowed at module level");
        return;
      }
      if (!capture(scope, symbol->name)) {
        compilation_.fail(*symbol->declaration,
                          text("no binding for nonlocal '", symbol->name->text, "' found"));
        return;
      }
      symbol->binding = Binding::Free;
    } else if ((symbol->flags & (IsAssigned | IsParameter | IsImported)) != 0) {
      symbol->binding = Binding::Local;
    } else if (symbol->binding != Binding::Free) {
      symbol->binding = capture(scope, symbol->name) ? Binding::Free : Binding::GlobalImplicit;
    }
  }

  // Looks for the function around `scope` that binds `name` and passes the name through to `scope`.
  bool capture(Scope* scope, Identifier* name) {
    Scope* owner = scope->parent;
    for (; owner != nullptr; owner = owner->parent) {
      if (owner->kind == ScopeKind::Class) {
        if (name != class_name_) continue;
        owner->needs_class_box = true;
        break;
      }
      Symbol* symbol = owner->find(name);
      if (symbol == nullptr) continue;
      if (owner->kind == ScopeKind::Module) return false;
      if (symbol->binding == Binding::GlobalExplicit ||
          symbol->binding == Binding::GlobalImplicit) {
        return false;
      }
      if (symbol->binding == Binding::Local) symbol->binding = Binding::Cell;
      break;
    }
    if (owner == nullptr) return false;
    for (Scope* between = scope->parent; between != owner; between = between->parent) {
      Symbol* symbol = between->find(name);
      if (symbol == nullptr) {
        symbol = between->symbols.find_or_add(compilation_.arena, name);
        symbol->binding = Binding::Free;
      }
      symbol->free_index = 0;  // numbered when the scope's code is laid out
    }
    scope->symbols.find_or_add(compilation_.arena, name)->free_index = 0;
    return true;
  }

  Compilation& compilation_;
  Identifier* class_name_;
};

}  // namespace

void resolve_names(Compilation& compilation, Scope* module_scope) {
  Resolver(compilation).resolve(module_scope);
}

}  // namespace weft::compiler
