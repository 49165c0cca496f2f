// The type re.Match.
#include "interpreter/objects/buffer.h"
#include "runtime/heap/marker.h"
#include "stdlib/re/regex.h"

namespace weft {
namespace {

void trace_match(CustomObject* object, Marker& marker) {
  const auto* match = static_cast<Match*>(object);
  marker.mark(match->pattern);
  marker.mark(match->subject);
}
constexpr CustomOperations operations = {trace_match, nullptr};

Match* match_of(Value self) { return self.as<Match>(); }

// What the match was found in, as far as it is still there. Nullopt: exception pending.
std::optional<Subject> subject_of(Thread& thread, const Match* match) {
  return subject_argument(thread, match->pattern, match->subject, Value::unset(), Value::unset());
}

Value group_text(Thread& thread, const Match* match, uint32_t group, Value fallback) {
  if (match->begin(group) == Match::None) return fallback;
  if (is_str(match->subject)) {
    const Str* whole = match->subject.as<Str>();
    const std::string_view part =
        whole->view().substr(match->begin(group), match->end(group) - match->begin(group));
    return as_result(whole->is_ascii ? make_ascii_str(thread, part) : make_str(thread, part));
  }
  const std::optional<Subject> subject = subject_of(thread, match);
  if (!subject) return Value::error();
  const uint64_t size = subject->bytes.size();
  const uint64_t begin = std::min(match->begin(group), size);
  return subject->slice(thread, begin, std::max(begin, std::min(match->end(group), size)));
}

int64_t place_of(Thread& thread, const Match* match, uint64_t byte) {
  if (byte == Match::None) return -1;
  if (is_str(match->subject) && !match->subject.as<Str>()->is_ascii) {
    return char_index(thread, match->subject.as<Str>(), static_cast<uint32_t>(byte));
  }
  return static_cast<int64_t>(byte);
}

Value match_group(Thread& thread, Arguments arguments) {
  Match* match = match_of(arguments[0]);
  const Tuple* wanted = arguments[1].as<Tuple>();
  if (wanted->count == 0) return group_text(thread, match, 0, Value::none());
  Tuple* result = wanted->count == 1 ? nullptr : make_tuple(thread, wanted->count);
  if (wanted->count != 1 && result == nullptr) return Value::error();
  for (uint64_t i = 0; i < wanted->count; ++i) {
    const std::optional<uint32_t> group = group_argument(thread, match->pattern, wanted->values[i]);
    if (!group) return Value::error();
    const Value found = group_text(thread, match, *group, Value::none());
    if (!found || wanted->count == 1) return found;
    store(result, result->values[i], found);
  }
  return Value::cell(result);
}

Value match_getitem(Thread& thread, Arguments arguments) {
  Match* match = match_of(arguments[0]);
  const std::optional<uint32_t> group = group_argument(thread, match->pattern, arguments[1]);
  return group ? group_text(thread, match, *group, Value::none()) : Value::error();
}

Value match_groups(Thread& thread, Arguments arguments) {
  Match* match = match_of(arguments[0]);
  Tuple* result = make_tuple(thread, match->group_count);
  if (result == nullptr) return Value::error();
  for (uint32_t i = 1; i <= match->group_count; ++i) {
    const Value found = group_text(thread, match, i, arguments[1]);
    if (!found) return found;
    store(result, result->values[i - 1], found);
  }
  return Value::cell(result);
}

Value match_groupdict(Thread& thread, Arguments arguments) {
  Match* match = match_of(arguments[0]);
  Dict* result = make_dict(thread);
  if (result == nullptr) return Value::error();
  uint64_t position = 0;
  Value name, number;
  while (dict_next(match->pattern->group_names, position, name, number)) {
    const Value found =
        group_text(thread, match, static_cast<uint32_t>(number.as_small_int()), arguments[1]);
    if (!found || !dict_set(thread, result, name, found)) return Value::error();
  }
  return Value::cell(result);
}

Value match_start(Thread& thread, Arguments arguments) {
  Match* match = match_of(arguments[0]);
  const std::optional<uint32_t> group = group_argument(thread, match->pattern, arguments[1]);
  return group ? Value::small_int(place_of(thread, match, match->begin(*group))) : Value::error();
}

Value match_end(Thread& thread, Arguments arguments) {
  Match* match = match_of(arguments[0]);
  const std::optional<uint32_t> group = group_argument(thread, match->pattern, arguments[1]);
  return group ? Value::small_int(place_of(thread, match, match->end(*group))) : Value::error();
}

Value span_of(Thread& thread, const Match* match, uint32_t group) {
  const Value values[] = {Value::small_int(place_of(thread, match, match->begin(group))),
                          Value::small_int(place_of(thread, match, match->end(group)))};
  return as_result(make_tuple(thread, values));
}

Value match_span(Thread& thread, Arguments arguments) {
  Match* match = match_of(arguments[0]);
  const std::optional<uint32_t> group = group_argument(thread, match->pattern, arguments[1]);
  return group ? span_of(thread, match, *group) : Value::error();
}

Value match_expand(Thread& thread, Arguments arguments) {
  Match* match = match_of(arguments[0]);
  const Value pieces = parse_template(thread, match->pattern, arguments[1]);
  if (!pieces) return pieces;
  const std::optional<Subject> subject = subject_of(thread, match);
  if (!subject) return Value::error();
  std::string out;
  const std::span<const uint64_t> places(match->places, size_t{match->group_count + 1} * 2);
  if (!expand_template(thread, pieces, *subject, places, out)) return Value::error();
  return make_text_or_bytes(thread, subject->is_text, out);
}

Value match_repr(Thread& thread, Arguments arguments) {
  Match* match = match_of(arguments[0]);
  const Value whole = group_text(thread, match, 0, Value::none());
  Str* shown = whole ? repr(thread, whole) : nullptr;
  if (shown == nullptr) return Value::error();
  return as_result(make_str(
      thread, text("<", "re.Match object; span=(", place_of(thread, match, match->begin(0)), ", ",
                   place_of(thread, match, match->end(0)), "), match=", shown->view(), ">")));
}

Value match_self(Thread&, Arguments arguments) { return arguments[0]; }

constexpr NativeMethod methods[] = {
    {"group", "(self, *groups)", "The text of groups by number or name; of the whole by default.",
     match_group},
    {"groups", "(self, /, default=None)", "The texts of all groups.", match_groups},
    {"groupdict", "(self, /, default=None)", "The texts of the groups with names.",
     match_groupdict},
    {"start", "(self, group=0, /)", "Where a group begins; -1 if it took no part.", match_start},
    {"end", "(self, group=0, /)", "Where a group ends; -1 if it took no part.", match_end},
    {"span", "(self, group=0, /)", "Both.", match_span},
    {"expand", "(self, /, template)", "A replacement with the groups put in.", match_expand},
    {"__getitem__", "(self, key, /)", "The text of a group.", match_getitem},
    {"__repr__", "(self, /)", "Place and text.", match_repr},
    {"__copy__", "(self, /)", "The match itself.", match_self},
    {"__deepcopy__", "(self, memo, /)", "The match itself.", match_self},
};

constexpr NativeAttribute attributes[] = {
    {"string", "What was searched.", [](Thread&, Value self) { return match_of(self)->subject; },
     nullptr, AttributeForm::Member},
    {"re", "The pattern.", [](Thread&, Value self) { return Value::cell(match_of(self)->pattern); },
     nullptr, AttributeForm::Member},
    {"pos", "Where the search began.",
     [](Thread&, Value self) { return Value::small_int(match_of(self)->position); }, nullptr,
     AttributeForm::Member},
    {"endpos", "Where the search would have ended.",
     [](Thread&, Value self) { return Value::small_int(match_of(self)->end_position); }, nullptr,
     AttributeForm::Member},
    {"lastindex", "The group that was closed last, or None.",
     [](Thread&, Value self) {
       const uint32_t last = match_of(self)->last_index;
       return last == 0 ? Value::none() : Value::small_int(last);
     },
     nullptr},
    {"lastgroup", "Its name, or None.",
     [](Thread&, Value self) {
       const Match* match = match_of(self);
       return match->last_index == 0 ? Value::none()
                                     : match->pattern->names->values[match->last_index - 1];
     },
     nullptr},
    {"regs", "The spans of the whole and of all groups.",
     [](Thread& thread, Value self) {
       const Match* match = match_of(self);
       Tuple* spans = make_tuple(thread, match->group_count + 1);
       for (uint32_t i = 0; spans != nullptr && i <= match->group_count; ++i) {
         const Value span = span_of(thread, match, i);
         if (!span) return span;
         store(spans, spans->values[i], span);
       }
       return as_result(spans);
     },
     nullptr},
};

constexpr TypeSpec match_spec = {.name = "Match",
                                 .module = "re",
                                 .doc = "Where a pattern was found, and its groups.",
                                 .instance_kind = Kind::HostObject,
                                 .instance_size = sizeof(Match),
                                 .is_base_type = false,
                                 .instances_have_dict = false,
                                 .methods = methods,
                                 .attributes = attributes};

// The group closed last: the one that ends last, of those the one whose bracket closes last.
uint32_t last_closed(const Pattern* pattern, std::span<const uint64_t> places) {
  uint32_t last = 0;
  for (uint32_t i = 1; i <= pattern->group_count; ++i) {
    const uint64_t end = places[i * 2 + 1];
    if (end == Match::None) continue;
    const bool later = last == 0 || end > places[last * 2 + 1] ||
                       (end == places[last * 2 + 1] &&
                        pattern->closing_order[i - 1] > pattern->closing_order[last - 1]);
    if (later) last = i;
  }
  return last;
}

}  // namespace

Match* make_match(Thread& thread, Pattern* pattern, const Subject& subject,
                  std::span<const uint64_t> places) {
  auto* match = make_custom_object<Match>(thread, regex_state(thread).match_type, operations,
                                          places.size() * sizeof(uint64_t));
  if (match == nullptr) return nullptr;
  match->pattern = pattern;
  match->subject = subject.object;
  match->position = subject.position;
  match->end_position = subject.end_position;
  match->group_count = pattern->group_count;
  match->last_index = last_closed(pattern, places);
  std::memcpy(match->places, places.data(), places.size() * sizeof(uint64_t));
  return match;
}

bool make_match_type(Thread& thread, RegexState& state) {
  if (state.match_type == nullptr) {
    state.match_type = make_builtin_type(thread, match_spec, nullptr);
  }
  return state.match_type != nullptr;
}

}  // namespace weft
