// The type re.Pattern, and the iterators over matches.
#include "interpreter/objects/integer.h"
#include "runtime/heap/marker.h"
#include "stdlib/re/regex.h"
#include "stdlib/re/translator.h"

namespace weft {
namespace {

struct MatchIterator : CustomObject {
  using CustomObject::CustomObject;
  Pattern* pattern;
  Value subject;
  Value from;
  Value to;
  uint64_t next;
  RegexAnchor anchor;
  bool has_begun;
  bool not_empty;
  bool is_done;
};

void trace_iterator(CustomObject* object, Marker& marker) {
  const auto* iterator = static_cast<MatchIterator*>(object);
  marker.mark(iterator->pattern);
  marker.mark(iterator->subject);
  marker.mark(iterator->from);
  marker.mark(iterator->to);
}
constexpr CustomOperations iterator_operations = {trace_iterator, nullptr};

Pattern* pattern_of(Value self) { return self.as<Pattern>(); }

Value match_once(Thread& thread, Arguments arguments, RegexAnchor anchor) {
  Pattern* pattern = pattern_of(arguments[0]);
  const std::optional<Subject> subject =
      subject_argument(thread, pattern, arguments[1], arguments[2], arguments[3]);
  if (!subject) return Value::error();
  MatchPlaces places(pattern);
  switch (attempt_match(thread, pattern, *subject, subject->from, anchor, false, places.span())) {
    case MatchOutcome::Error:
      return Value::error();
    case MatchOutcome::Nothing:
      return Value::none();
    case MatchOutcome::Found:
      break;
  }
  return as_result(make_match(thread, pattern, *subject, places.span()));
}

Value pattern_match(Thread& thread, Arguments arguments) {
  return match_once(thread, arguments, RegexAnchor::Begin);
}
Value pattern_fullmatch(Thread& thread, Arguments arguments) {
  return match_once(thread, arguments, RegexAnchor::Both);
}
Value pattern_search(Thread& thread, Arguments arguments) {
  return match_once(thread, arguments, RegexAnchor::None);
}

bool poll(Thread& thread) {
  return !thread.has_interrupts() || thread.isolate.machine.check_interrupts(thread);
}

Value group_or_empty(Thread& thread, const Subject& subject, std::span<const uint64_t> places,
                     size_t group) {
  if (places[group * 2] == Match::None) return make_text_or_bytes(thread, subject.is_text, "");
  return subject.slice(thread, places[group * 2], places[group * 2 + 1]);
}

Value pattern_findall(Thread& thread, Arguments arguments) {
  Pattern* pattern = pattern_of(arguments[0]);
  const std::optional<Subject> subject =
      subject_argument(thread, pattern, arguments[1], arguments[2], arguments[3]);
  List* found = subject ? make_list(thread) : nullptr;
  if (found == nullptr) return Value::error();
  MatchPlaces places(pattern);
  MatchSteps steps(*subject);
  for (;;) {
    const MatchOutcome outcome = steps.step(thread, pattern, *subject, places);
    if (outcome == MatchOutcome::Nothing) return Value::cell(found);
    if (outcome == MatchOutcome::Error || !poll(thread)) return Value::error();
    Value item;
    if (pattern->group_count <= 1) {
      item = group_or_empty(thread, *subject, places.span(), pattern->group_count);
    } else {
      Tuple* groups = make_tuple(thread, pattern->group_count);
      if (groups == nullptr) return Value::error();
      for (uint32_t i = 1; i <= pattern->group_count; ++i) {
        const Value group = group_or_empty(thread, *subject, places.span(), i);
        if (!group) return group;
        store(groups, groups->values[i - 1], group);
      }
      item = Value::cell(groups);
    }
    if (!item || !list_append(thread, found, item)) return Value::error();
  }
}

Value make_iterator(Thread& thread, Arguments arguments) {
  Pattern* pattern = pattern_of(arguments[0]);
  const std::optional<Subject> subject =
      subject_argument(thread, pattern, arguments[1], arguments[2], arguments[3]);
  if (!subject) return Value::error();
  auto* iterator = make_custom_object<MatchIterator>(thread, regex_state(thread).iterator_type,
                                                     iterator_operations);
  if (iterator == nullptr) return Value::error();
  iterator->pattern = pattern;
  iterator->subject = arguments[1];
  iterator->from = arguments[2];
  iterator->to = arguments[3];
  return Value::cell(iterator);
}

// The next match, None at the end.
Value iterator_step(Thread& thread, MatchIterator* iterator, RegexAnchor anchor) {
  if (iterator->is_done) return Value::none();
  const std::optional<Subject> subject =
      subject_argument(thread, iterator->pattern, iterator->subject, iterator->from, iterator->to);
  if (!subject) return Value::error();
  if (!iterator->has_begun) {
    iterator->has_begun = true;
    iterator->next = subject->from;
  }
  MatchPlaces places(iterator->pattern);
  const MatchOutcome outcome = attempt_match(thread, iterator->pattern, *subject, iterator->next,
                                             anchor, iterator->not_empty, places.span());
  if (outcome == MatchOutcome::Error) return Value::error();
  if (outcome == MatchOutcome::Nothing) {
    iterator->is_done = true;
    return Value::none();
  }
  iterator->next = places.end();
  iterator->not_empty = places.begin() == places.end();
  return as_result(make_match(thread, iterator->pattern, *subject, places.span()));
}

Value iterator_next_match(Thread& thread, Arguments arguments) {
  const Value match = iterator_step(thread, arguments[0].as<MatchIterator>(), RegexAnchor::None);
  return match && match.is_none() ? raise_stop_iteration(thread, Value::unset()) : match;
}
Value iterator_self(Thread&, Arguments arguments) { return arguments[0]; }
Value scanner_match(Thread& thread, Arguments arguments) {
  return iterator_step(thread, arguments[0].as<MatchIterator>(), RegexAnchor::Begin);
}
Value scanner_search(Thread& thread, Arguments arguments) {
  return iterator_step(thread, arguments[0].as<MatchIterator>(), RegexAnchor::None);
}

Value pattern_split(Thread& thread, Arguments arguments) {
  Pattern* pattern = pattern_of(arguments[0]);
  const std::optional<int64_t> most = to_size_argument(thread, arguments[2]);
  if (!most) return Value::error();
  const std::optional<Subject> subject =
      subject_argument(thread, pattern, arguments[1], Value::unset(), Value::unset());
  List* parts = subject ? make_list(thread) : nullptr;
  if (parts == nullptr) return Value::error();
  const auto add = [&](Value part) { return part && list_append(thread, parts, part); };
  MatchPlaces places(pattern);
  MatchSteps steps(*subject);
  uint64_t last = 0;
  for (int64_t count = 0; *most == 0 || count < *most; ++count) {
    const MatchOutcome outcome = steps.step(thread, pattern, *subject, places);
    if (outcome == MatchOutcome::Nothing) break;
    if (outcome == MatchOutcome::Error || !poll(thread)) return Value::error();
    if (!add(subject->slice(thread, last, places.begin()))) return Value::error();
    for (uint32_t i = 1; i <= pattern->group_count; ++i) {
      const uint64_t begin = places.span()[i * 2];
      if (!add(begin == Match::None ? Value::none()
                                    : subject->slice(thread, begin, places.span()[i * 2 + 1]))) {
        return Value::error();
      }
    }
    last = places.end();
  }
  return add(subject->slice(thread, last, subject->bytes.size())) ? Value::cell(parts)
                                                                  : Value::error();
}

// The text with matches replaced; `made` counts them. Error: exception pending.
Value substitute(Thread& thread, Arguments arguments, int64_t& made) {
  Pattern* pattern = pattern_of(arguments[0]);
  const Value replacement = arguments[1];
  const std::optional<int64_t> most = to_size_argument(thread, arguments[3]);
  if (!most) return Value::error();
  const bool calls = is_callable(thread, replacement);
  Value pieces;
  if (!calls) {
    pieces = parse_template(thread, pattern, replacement);
    if (!pieces) return pieces;
  }
  std::optional<Subject> subject =
      subject_argument(thread, pattern, arguments[2], Value::unset(), Value::unset());
  if (!subject) return Value::error();
  std::string out;
  MatchPlaces places(pattern);
  MatchSteps steps(*subject);
  uint64_t last = 0;
  for (made = 0; *most == 0 || made < *most; ++made) {
    const MatchOutcome outcome = steps.step(thread, pattern, *subject, places);
    if (outcome == MatchOutcome::Nothing) break;
    if (outcome == MatchOutcome::Error || !poll(thread)) return Value::error();
    out += subject->bytes.substr(last, places.begin() - last);
    last = places.end();
    if (!calls) {
      if (!expand_template(thread, pieces, *subject, places.span(), out)) return Value::error();
      continue;
    }
    Match* match = make_match(thread, pattern, *subject, places.span());
    if (match == nullptr) return Value::error();
    const Value given = call(thread, replacement, {Value::cell(match)});
    if (!given || !subject->refresh(thread)) return Value::error();
    if (given.is_none()) continue;
    if (!expand_template(thread, given, *subject, places.span(), out)) return Value::error();
    last = std::min<uint64_t>(last, subject->bytes.size());
  }
  if (made == 0) {
    if (is_exactly(subject->object, Kind::Str) || is_exactly(subject->object, Kind::Bytes)) {
      return subject->object;
    }
  }
  out += subject->bytes.substr(last);
  if (out.size() > MaxStrBytes && subject->is_text) return raise_memory_error(thread);
  return make_text_or_bytes(thread, subject->is_text, out);
}

Value pattern_sub(Thread& thread, Arguments arguments) {
  int64_t made = 0;
  return substitute(thread, arguments, made);
}

Value pattern_subn(Thread& thread, Arguments arguments) {
  int64_t made = 0;
  const Value result = substitute(thread, arguments, made);
  if (!result) return result;
  const Value pair[] = {result, Value::small_int(made)};
  return as_result(make_tuple(thread, pair));
}

Value pattern_repr(Thread& thread, Arguments arguments) {
  const Pattern* pattern = pattern_of(arguments[0]);
  constexpr struct {
    uint32_t flag;
    std::string_view name;
  } names[] = {{RegexIgnoreCase, "re.IGNORECASE"},
               {RegexMultiline, "re.MULTILINE"},
               {RegexDotAll, "re.DOTALL"},
               {RegexVerbose, "re.VERBOSE"},
               {RegexTemplate, "re.TEMPLATE"},
               {RegexAscii, "re.ASCII"},
               {RegexLocale, "re.LOCALE"},
               {RegexUnicode, "re.UNICODE"},
               {RegexDebug, "re.DEBUG"}};
  uint32_t flags = pattern->flags;
  // That text is Unicode goes without saying.
  if (pattern->is_text && (flags & (RegexLocale | RegexUnicode | RegexAscii)) == RegexUnicode) {
    flags &= ~RegexUnicode;
  }
  std::string shown_flags;
  for (const auto& [flag, name] : names) {
    if ((flags & flag) == 0) continue;
    shown_flags += text(shown_flags.empty() ? "" : "|", name);
    flags &= ~flag;
  }
  if (flags != 0) {
    char number[16];
    snprintf(number, sizeof number, "0x%x", flags);
    shown_flags += text(shown_flags.empty() ? "" : "|", std::string_view(number));
  }
  Str* source = repr(thread, pattern->source);
  if (source == nullptr) return Value::error();
  Str* cut = substring(thread, source, 0, std::min<uint32_t>(source->char_count, 200));
  if (cut == nullptr) return Value::error();
  return as_result(make_str(
      thread, text("re.compile(", cut->view(), shown_flags.empty() ? "" : ", ", shown_flags, ")")));
}

Value pattern_equal(Thread& thread, Arguments arguments) {
  const Pattern* self = pattern_of(arguments[0]);
  if (!has_type(thread, arguments[1], regex_state(thread).pattern_type)) {
    return Value::not_implemented();
  }
  const Pattern* other = pattern_of(arguments[1]);
  if (self->flags != other->flags || self->is_text != other->is_text) return Value::boolean(false);
  const Truth same = equal(thread, self->source, other->source);
  return same == Truth::Error ? Value::error() : Value::boolean(same == Truth::True);
}

Value pattern_hash(Thread& thread, Arguments arguments) {
  const Pattern* self = pattern_of(arguments[0]);
  const std::optional<int64_t> number = hash(thread, self->source);
  if (!number) return Value::error();
  return make_int(thread, (*number ^ (int64_t{self->flags} << 20)) & INT64_MAX);
}

Value pattern_reduce(Thread& thread, Arguments arguments) {
  const Pattern* self = pattern_of(arguments[0]);
  const Value module = dict_get_str(thread.isolate.modules, intern(thread, "re"));
  const Value maker =
      module.is_unset() ? Value::unset() : find_attribute_named(thread, module, "_compile");
  if (!maker) return maker;
  const Value values[] = {self->source, Value::small_int(self->flags)};
  Tuple* given = make_tuple(thread, values);
  if (given == nullptr) return Value::error();
  const Value pair[] = {maker, Value::cell(given)};
  return as_result(make_tuple(thread, pair));
}

Value pattern_self(Thread&, Arguments arguments) { return arguments[0]; }

constexpr std::string_view search_signature = "(self, /, string, pos=<unset>, endpos=<unset>)";

constexpr NativeMethod pattern_methods[] = {
    {"match", search_signature, "Whether the text begins with a match: it, or None.",
     pattern_match},
    {"fullmatch", search_signature, "Whether all of the text is a match: it, or None.",
     pattern_fullmatch},
    {"search", search_signature, "The first match, or None.", pattern_search},
    {"findall", search_signature, "The texts (or groups) of all matches.", pattern_findall},
    {"finditer", search_signature, "An iterator over all matches.", make_iterator},
    {"scanner", search_signature, "A scanner: each match() or search() goes on behind the last.",
     make_iterator},
    {"split", "(self, /, string, maxsplit=0)", "The text split at matches.", pattern_split},
    {"sub", "(self, /, repl, string, count=0)", "The text with matches replaced.", pattern_sub},
    {"subn", "(self, /, repl, string, count=0)", "sub(), and how many were replaced.",
     pattern_subn},
    {"__repr__", "(self, /)", "The expression and flags.", pattern_repr},
    {"__eq__", "(self, other, /)", "Whether expression and flags are the same.", pattern_equal},
    {"__hash__", "(self, /)", "The hash.", pattern_hash},
    {"__reduce__", "(self, /)", "What pickling needs.", pattern_reduce},
    {"__copy__", "(self, /)", "The pattern itself.", pattern_self},
    {"__deepcopy__", "(self, memo, /)", "The pattern itself.", pattern_self},
};

constexpr NativeAttribute pattern_attributes[] = {
    {"pattern", "The expression.", [](Thread&, Value self) { return pattern_of(self)->source; },
     nullptr, AttributeForm::Member},
    {"flags", "The flags as a number.",
     [](Thread&, Value self) { return Value::small_int(pattern_of(self)->flags); }, nullptr,
     AttributeForm::Member},
    {"groups", "How many groups there are.",
     [](Thread&, Value self) { return Value::small_int(pattern_of(self)->group_count); }, nullptr,
     AttributeForm::Member},
    {"groupindex", "The numbers of the groups with names.",
     [](Thread& thread, Value self) {
       const Value type = Value::cell(thread.isolate.types.mapping_proxy);
       return call(thread, type, {Value::cell(pattern_of(self)->group_names)});
     },
     nullptr},
};

constexpr TypeSpec pattern_spec = {.name = "Pattern",
                                   .module = "re",
                                   .doc = "A compiled regular expression.",
                                   .instance_kind = Kind::HostObject,
                                   .instance_size = sizeof(Pattern),
                                   .is_base_type = false,
                                   .instances_have_dict = false,
                                   .methods = pattern_methods,
                                   .attributes = pattern_attributes};

constexpr NativeMethod iterator_methods[] = {
    {"__iter__", "(self, /)", "The iterator itself.", iterator_self},
    {"__next__", "(self, /)", "The next match.", iterator_next_match},
    {"match", "(self, /)", "The match right behind the last, or None.", scanner_match},
    {"search", "(self, /)", "The next match, or None.", scanner_search},
};

constexpr TypeSpec iterator_spec = {.name = "SRE_Scanner",
                                    .module = "_sre",
                                    .doc = "Gives the matches of a pattern.",
                                    .instance_kind = Kind::HostObject,
                                    .instance_size = sizeof(MatchIterator),
                                    .is_base_type = false,
                                    .instances_have_dict = false,
                                    .methods = iterator_methods,
                                    .attributes = {}};

}  // namespace

bool make_pattern_types(Thread& thread, RegexState& state) {
  if (state.iterator_type != nullptr) return true;
  state.pattern_type = make_builtin_type(thread, pattern_spec, nullptr);
  if (state.pattern_type == nullptr) return false;
  state.iterator_type = make_builtin_type(thread, iterator_spec, nullptr);
  return state.iterator_type != nullptr;
}

}  // namespace weft
