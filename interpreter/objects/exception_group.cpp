#include "interpreter/objects/exception_group.h"

#include <algorithm>
#include <vector>

#include "interpreter/objects/dict.h"
#include "interpreter/objects/errors.h"
#include "interpreter/objects/exception_fields.h"
#include "interpreter/objects/generic_alias.h"
#include "interpreter/objects/isolate.h"
#include "interpreter/objects/list.h"
#include "interpreter/objects/native.h"
#include "interpreter/objects/operations.h"
#include "interpreter/objects/str.h"
#include "interpreter/objects/type.h"

namespace weft {
namespace {

Tuple* members(const Exception* group) {
  const Value tuple = exception_field(group, field::GroupExceptions);
  return is_tuple(tuple) ? tuple.as<Tuple>() : nullptr;
}

Value make_group(Thread& thread, Value message, Value exceptions) {
  return call(thread, Value::cell(thread.isolate.exceptions.base_exception_group),
              {message, exceptions});
}

// --- Splitting ----------------------------------------------------------------------------------

// What decides whether an exception belongs to the wanted part: a class, a tuple of classes, or a
// function.
struct Matcher {
  Value wanted;

  bool check(Thread& thread) const {
    if (is_kind(wanted, Kind::Function) || is_exception_class(wanted)) return true;
    if (is_tuple(wanted) && std::ranges::all_of(wanted.as<Tuple>()->view(), is_exception_class))
      return true;
    raise_type_error(thread, "expected a function, exception type or tuple of exception types");
    return false;
  }

  Truth matches(Thread& thread, Exception* exception) const {
    if (!is_kind(wanted, Kind::Function)) return exception_matches(thread, exception, wanted);
    const Value answer = call(thread, wanted, {Value::cell(exception)});
    return answer ? truth(thread, answer) : Truth::Error;
  }
};

// A group like `original` of some of its exceptions, null when there are none.
bool make_subset(Thread& thread, Exception* original, List* chosen, Exception*& subset) {
  subset = nullptr;
  if (chosen == nullptr || chosen->count == 0) return true;
  const Value derived = call_method(thread, Value::cell(original), "derive", {Value::cell(chosen)});
  if (!derived) return false;
  if (!is_exception(derived) || !is_exception_group(thread, derived.as<Exception>())) {
    raise_type_error(thread, "derive must return an instance of BaseExceptionGroup");
    return false;
  }
  subset = derived.as<Exception>();
  store(subset, subset->traceback, original->traceback);
  store(subset, subset->context, original->context);
  store(subset, subset->cause, original->cause);
  subset->suppress_context = original->suppress_context;
  Str* notes_name = thread.isolate.names.__notes__;
  const Value notes = find_attribute(thread, Value::cell(original), notes_name);
  if (!notes) return false;
  if (notes.is_unset() || (!is_list(notes) && !is_tuple(notes))) return true;
  List* copy = list_from_iterable(thread, notes);
  return copy != nullptr && set_attribute(thread, derived, notes_name, Value::cell(copy));
}

struct Parts {
  Exception* matched = nullptr;
  Exception* rest = nullptr;
};

bool split(Thread& thread, Exception* exception, const Matcher& matcher, bool want_rest,
           Parts& parts) {
  if (!thread.check_native_stack()) return false;
  const Truth whole = matcher.matches(thread, exception);
  if (whole == Truth::Error) return false;
  if (whole == Truth::True) {
    parts.matched = exception;
    return true;
  }
  const Tuple* inner = is_exception_group(thread, exception) ? members(exception) : nullptr;
  if (inner == nullptr) {
    parts.rest = exception;
    return true;
  }
  List* matched = make_list(thread);
  List* rest = make_list(thread);
  if (matched == nullptr || rest == nullptr) return false;
  for (const Value member : inner->view()) {
    Parts below;
    if (!split(thread, member.as<Exception>(), matcher, want_rest, below)) return false;
    if (below.matched != nullptr && !list_append(thread, matched, Value::cell(below.matched)))
      return false;
    if (want_rest && below.rest != nullptr && !list_append(thread, rest, Value::cell(below.rest)))
      return false;
  }
  return make_subset(thread, exception, matched, parts.matched) &&
         (!want_rest || make_subset(thread, exception, rest, parts.rest));
}

Value or_none(const Exception* exception) {
  return exception == nullptr ? Value::none() : Value::cell(exception);
}

// As split(), for exceptions themselves; `wanted` is sorted.
bool select(Thread& thread, Exception* group, const std::vector<const Cell*>& wanted,
            Exception*& part) {
  if (!thread.check_native_stack()) return false;
  part = nullptr;
  const Tuple* inner = members(group);
  if (inner == nullptr) return true;
  List* chosen = make_list(thread);
  if (chosen == nullptr) return false;
  for (const Value member : inner->view()) {
    auto* below = member.as<Exception>();
    if (is_exception_group(thread, below)) {
      if (!select(thread, member.as<Exception>(), wanted, below)) return false;
    } else if (!std::ranges::binary_search(wanted, member.as_cell())) {
      below = nullptr;
    }
    if (below != nullptr && !list_append(thread, chosen, Value::cell(below))) return false;
  }
  return make_subset(thread, group, chosen, part);
}

// --- Methods ------------------------------------------------------------------------------------

Value group_new(Thread& thread, Arguments arguments) {
  Type* cls = as_type(arguments[0]);
  const ExceptionTypes& exceptions = thread.isolate.exceptions;
  auto* args = arguments[1].as<Tuple>();
  if (arguments[2].as<Dict>()->count != 0)
    return raise_type_error(thread, text(cls->name->view(), "() takes no keyword arguments"));
  if (args->count != 2)
    return raise_type_error(thread, text("BaseExceptionGroup.__new__() takes exactly 2 arguments (",
                                         args->count, " given)"));
  if (!is_str(args->values[0]))
    return raise_type_error(thread,
                            text("BaseExceptionGroup.__new__() argument 1 must be str, not ",
                                 argument_type_name(thread, args->values[0])));
  const Value sequence = args->values[1];
  if (find_special(thread, sequence, Special::GetItem).is_unset() || is_dict(sequence))
    return raise_type_error(thread, "second argument (exceptions) must be a sequence");
  Tuple* inner = tuple_from_iterable(thread, sequence);
  if (inner == nullptr) return Value::error();
  if (inner->count == 0)
    return raise_value_error(thread, "second argument (exceptions) must be a non-empty sequence");
  bool all_exceptions = true;
  for (uint64_t i = 0; i < inner->count; ++i) {
    if (!is_exception(inner->values[i]))
      return raise_value_error(thread, text("Item ", i,
                                            " of second argument (exceptions) is not an "
                                            "exception"));
    all_exceptions &= has_type(thread, inner->values[i], exceptions.exception);
  }
  if (cls == exceptions.base_exception_group) {
    if (all_exceptions) cls = exceptions.exception_group;
  } else if (!all_exceptions && cls == exceptions.exception_group) {
    return raise_type_error(thread, "Cannot nest BaseExceptions in an ExceptionGroup");
  } else if (!all_exceptions && is_subtype(cls, exceptions.exception)) {
    return raise_type_error(thread,
                            text("Cannot nest BaseExceptions in '", cls->name->view(), "'"));
  }
  Exception* group = make_exception(thread, cls, args);
  if (group == nullptr) return Value::error();
  set_exception_field(group, field::GroupMessage, args->values[0]);
  set_exception_field(group, field::GroupExceptions, Value::cell(inner));
  return Value::cell(group);
}

Value group_str(Thread& thread, Arguments arguments) {
  const auto* self = arguments[0].as<Exception>();
  Str* message = str(thread, exception_field(self, field::GroupMessage));
  if (message == nullptr) return Value::error();
  const Tuple* inner = members(self);
  const uint64_t count = inner == nullptr ? 0 : inner->count;
  return Value::cell(make_str(
      thread, text(message->view(), " (", count, " sub-exception", count == 1 ? "" : "s", ")")));
}

Value group_derive(Thread& thread, Arguments arguments) {
  return make_group(thread, exception_field(arguments[0].as<Exception>(), field::GroupMessage),
                    arguments[1]);
}

Value group_split(Thread& thread, Arguments arguments) {
  const Matcher matcher{arguments[1]};
  Parts parts;
  if (!matcher.check(thread) || !split(thread, arguments[0].as<Exception>(), matcher, true, parts))
    return Value::error();
  const Value pair[] = {or_none(parts.matched), or_none(parts.rest)};
  return Value::cell(make_tuple(thread, pair));
}

Value group_subgroup(Thread& thread, Arguments arguments) {
  const Matcher matcher{arguments[1]};
  Parts parts;
  if (!matcher.check(thread) || !split(thread, arguments[0].as<Exception>(), matcher, false, parts))
    return Value::error();
  return or_none(parts.matched);
}

Value group_class_getitem(Thread& thread, Arguments arguments) {
  return make_generic_alias(thread, arguments[0], arguments[1]);
}

}  // namespace

bool is_exception_group(Thread& thread, const Exception* exception) {
  return is_subtype(exception->type(), thread.isolate.exceptions.base_exception_group);
}

bool project_group(Thread& thread, Exception* group, List* leaves, Exception*& part) {
  std::vector<const Cell*> wanted;
  for (const Value leaf : leaves->values()) wanted.push_back(leaf.as_cell());
  std::ranges::sort(wanted);
  return select(thread, group, wanted, part);
}

Value make_unnamed_group(Thread& thread, Value exceptions) {
  return make_group(thread, Value::cell(thread.isolate.empty_str), exceptions);
}

const NativeMethod exception_group_methods[6] = {
    {"__new__", "(cls, /, *args, **kwargs)", "Create a group.", group_new},
    {"__str__", "(self, /)", "Return str(self).", group_str},
    {"derive", "(self, excs, /)", "Create a group like this one of other exceptions.",
     group_derive},
    {"split", "(self, condition, /)", "Return the part that matches and the rest.", group_split},
    {"subgroup", "(self, condition, /)", "Return the part that matches, or None.", group_subgroup},
    {"__class_getitem__", "(cls, item, /)", "Return the class parameterised by item.",
     group_class_getitem},
};

}  // namespace weft
