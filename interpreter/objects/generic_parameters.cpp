#include "interpreter/objects/generic_parameters.h"

#include <algorithm>

#include "interpreter/objects/errors.h"
#include "interpreter/objects/generic_alias.h"
#include "interpreter/objects/isolate.h"
#include "interpreter/objects/list.h"
#include "interpreter/objects/operations.h"
#include "interpreter/objects/str.h"
#include "interpreter/objects/type.h"

namespace weft {
namespace {

Value find_named(Thread& thread, Value object, std::string_view name) {
  Str* interned = intern(thread, name);
  return interned == nullptr ? Value::error() : find_attribute(thread, object, interned);
}

bool add_once(Thread& thread, List* list, Value value) {
  const auto known = list->values();
  if (std::ranges::find(known, value) != known.end()) return true;
  return list_append(thread, list, value);
}

// What one argument becomes; a substitution of several values for one is not needed for classes.
Value substitute_one(Thread& thread, Value argument, Tuple* parameters, Tuple* values) {
  if (is_type(argument)) return argument;
  const Value substitute = find_named(thread, argument, "__typing_subst__");
  if (!substitute) return substitute;
  if (!substitute.is_unset()) {
    const auto all = parameters->view();
    const auto place = std::ranges::find(all, argument);
    if (place == all.end()) return argument;
    return call(thread, substitute, {values->values[place - all.begin()]});
  }
  const Value nested = find_named(thread, argument, "__parameters__");
  if (!nested || !is_tuple(nested) || nested.as<Tuple>()->count == 0)
    return nested ? argument : nested;
  const auto* inner = nested.as<Tuple>();
  Tuple* chosen = make_tuple(thread, inner->count);
  if (chosen == nullptr) return Value::error();
  const auto all = parameters->view();
  for (uint64_t i = 0; i < inner->count; ++i) {
    const auto place = std::ranges::find(all, inner->values[i]);
    store(chosen, chosen->values[i],
          place == all.end() ? inner->values[i] : values->values[place - all.begin()]);
  }
  return get_item(thread, argument, Value::cell(chosen));
}

}  // namespace

Tuple* collect_type_parameters(Thread& thread, Tuple* arguments) {
  List* found = make_list(thread);
  if (found == nullptr) return nullptr;
  for (const Value argument : arguments->view()) {
    if (is_type(argument)) continue;
    const Value substitute = find_named(thread, argument, "__typing_subst__");
    if (!substitute) return nullptr;
    if (!substitute.is_unset()) {
      if (!add_once(thread, found, argument)) return nullptr;
      continue;
    }
    const Value nested = find_named(thread, argument, "__parameters__");
    if (!nested) return nullptr;
    if (!is_tuple(nested)) continue;
    for (const Value parameter : nested.as<Tuple>()->view())
      if (!add_once(thread, found, parameter)) return nullptr;
  }
  return make_tuple(thread, std::span<const Value>(found->values()));
}

Tuple* substitute_type_parameters(Thread& thread, Value self, Tuple* arguments, Tuple* parameters,
                                  Value item) {
  Str* shown = repr(thread, self);
  if (shown == nullptr) return nullptr;
  if (parameters->count == 0) {
    raise_type_error(thread, text(shown->view(), " is not a generic class"));
    return nullptr;
  }
  Tuple* values = is_tuple(item) ? item.as<Tuple>() : make_tuple(thread, std::span(&item, 1));
  if (values == nullptr) return nullptr;
  if (values->count != parameters->count) {
    raise_type_error(
        thread, text("Too ", values->count > parameters->count ? "many" : "few", " arguments for ",
                     shown->view(), "; actual ", values->count, ", expected ", parameters->count));
    return nullptr;
  }
  Tuple* result = make_tuple(thread, arguments->count);
  if (result == nullptr) return nullptr;
  for (uint64_t i = 0; i < arguments->count; ++i) {
    const Value made = substitute_one(thread, arguments->values[i], parameters, values);
    if (!made) return nullptr;
    store(result, result->values[i], made);
  }
  return result;
}

bool append_type_text(Thread& thread, std::string& out, Value type) {
  if (type.is_ellipsis()) {
    out += "...";
    return true;
  }
  if (type == Value::cell(thread.isolate.types.none)) {
    out += "None";
    return true;
  }
  if (is_type(type)) {
    std::string storage;
    out += full_type_name(thread, as_type(type), storage);
    return true;
  }
  if (!is_kind(type, Kind::GenericAlias) && !is_kind(type, Kind::UnionType)) {
    const Value name = find_attribute(thread, type, thread.isolate.names.__qualname__);
    const Value module =
        name ? find_attribute(thread, type, thread.isolate.names.__module__) : name;
    if (!module) return false;
    if (is_str(name) && is_str(module)) {
      if (as_str(module)->view() != "builtins") out += text(as_str(module)->view(), ".");
      out += as_str(name)->view();
      return true;
    }
  }
  Str* shown = repr(thread, type);
  if (shown == nullptr) return false;
  out += shown->view();
  return true;
}

}  // namespace weft
