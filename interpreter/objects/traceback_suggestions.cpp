#include "interpreter/objects/traceback_suggestions.h"

#include <algorithm>
#include <limits>

#include "interpreter/objects/dict.h"
#include "interpreter/objects/exception_fields.h"
#include "interpreter/objects/isolate.h"
#include "interpreter/objects/list.h"
#include "interpreter/objects/operations.h"
#include "interpreter/objects/str.h"

namespace weft {
namespace {

// The weights and limits are CPython's, so that the same names are suggested.
constexpr size_t MoveCost = 2;  // inserting, deleting or replacing a character
constexpr size_t CaseCost = 1;  // replacing it by the other case
constexpr size_t MaximumLength = 40;
constexpr size_t MaximumCandidates = 750;

size_t substitution_cost(char left, char right) {
  const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; };
  if (left == right) return 0;
  return lower(left) == lower(right) ? CaseCost : MoveCost;
}

// The weighted edit distance, or anything above `limit` once it is known to be.
size_t edit_distance(std::string_view left, std::string_view right, size_t limit) {
  while (!left.empty() && !right.empty() && left.front() == right.front()) {
    left.remove_prefix(1);
    right.remove_prefix(1);
  }
  while (!left.empty() && !right.empty() && left.back() == right.back()) {
    left.remove_suffix(1);
    right.remove_suffix(1);
  }
  if (left.empty() || right.empty()) return (left.size() + right.size()) * MoveCost;
  if (left.size() > MaximumLength || right.size() > MaximumLength) return limit + 1;
  if (right.size() < left.size()) std::swap(left, right);
  if ((right.size() - left.size()) * MoveCost > limit) return limit + 1;
  size_t row[MaximumLength];
  for (size_t i = 0; i < left.size(); ++i) row[i] = (i + 1) * MoveCost;
  size_t result = 0;
  for (size_t j = 0; j < right.size(); ++j) {
    size_t diagonal = j * MoveCost;
    result = diagonal;
    size_t best = std::numeric_limits<size_t>::max();
    for (size_t i = 0; i < left.size(); ++i) {
      const size_t substitute = diagonal + substitution_cost(right[j], left[i]);
      diagonal = row[i];
      result = std::min(substitute, std::min(result, diagonal) + MoveCost);
      row[i] = result;
      best = std::min(best, result);
    }
    if (best > limit) return limit + 1;
  }
  return result;
}

Str* from_dict(Thread& thread, Dict* dict, const Str* name) {
  List* keys = list_from_iterable(thread, Value::cell(dict));
  return keys == nullptr ? nullptr : closest_name(keys->values(), name);
}

Str* suggest_variable(Thread& thread, const Exception* exception, const Str* name) {
  const Traceback* innermost = exception->traceback;
  if (innermost == nullptr) return nullptr;
  while (innermost->next != nullptr) innermost = innermost->next;
  const Code* code = innermost->code;
  List* locals = make_list(thread, code->local_names->view());
  if (locals == nullptr || !list_extend(thread, locals, Value::cell(code->cell_names)) ||
      !list_extend(thread, locals, Value::cell(code->free_names)))
    return nullptr;
  if (Str* found = closest_name(locals->values(), name)) return found;
  if (Str* found = from_dict(thread, innermost->globals, name)) return found;
  return from_dict(thread, thread.isolate.builtins, name);
}

Str* suggest_attribute(Thread& thread, const Exception* exception, const Str* name) {
  const Value object = exception->slots[field::AttributeErrorObject];
  if (object.is_unset()) return nullptr;
  const Value names = call_special(thread, object, Special::Dir, {});
  if (!names) return nullptr;
  List* list = list_from_iterable(thread, names);
  if (list == nullptr || !call_method(thread, Value::cell(list), "sort", {})) return nullptr;
  return closest_name(list->values(), name);
}

}  // namespace

Str* closest_name(std::span<const Value> candidates, const Str* name) {
  if (candidates.size() >= MaximumCandidates) return nullptr;
  Str* best = nullptr;
  size_t best_distance = std::numeric_limits<size_t>::max();
  for (const Value candidate : candidates) {
    if (!is_str(candidate)) return nullptr;
    Str* item = as_str(candidate);
    if (str_equal(item, name)) continue;
    // No more than a third of the characters may change, and the best so far must be beaten.
    const size_t limit =
        std::min((name->byte_count + item->byte_count + 3) * MoveCost / 6, best_distance - 1);
    const size_t distance = edit_distance(name->view(), item->view(), limit);
    if (distance > limit) continue;
    best = item;
    best_distance = distance;
  }
  return best;
}

Str* suggest_name(Thread& thread, Exception* exception) {
  const ExceptionTypes& exceptions = thread.isolate.exceptions;
  Str* found = nullptr;
  if (is_subtype(exception->type(), exceptions.attribute_error)) {
    const Value name = exception_field(exception, field::AttributeErrorName);
    if (is_str(name)) found = suggest_attribute(thread, exception, as_str(name));
  } else if (is_subtype(exception->type(), exceptions.name_error)) {
    const Value name = exception_field(exception, field::NameErrorName);
    if (is_str(name)) found = suggest_variable(thread, exception, as_str(name));
  }
  thread.pending = nullptr;
  return found;
}

}  // namespace weft
