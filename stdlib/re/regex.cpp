// Module _re: what re.py is made from; compiling and matching.
#include "stdlib/re/regex.h"

#include "interpreter/objects/buffer.h"
#include "interpreter/objects/exception.h"
#include "interpreter/objects/unicode_utf8.h"
#include "interpreter/vm/imports.h"
#include "runtime/heap/marker.h"
#include "stdlib/module_state.h"
#include "stdlib/native_modules.h"
#include "stdlib/re/translator.h"

namespace weft {

RegexState::~RegexState() {
  pcre2_compile_context_free(compile_context);
  pcre2_match_context_free(match_context);
}

void RegexState::trace_roots(runtime::Marker& marker) {
  marker.mark(pattern_type);
  marker.mark(match_type);
  marker.mark(iterator_type);
  marker.mark(error_class);
}

RegexState& regex_state(Thread& thread) { return module_state<RegexState>(thread.isolate); }

Value raise_regex_error(Thread& thread, const RegexFailure& failure, Value pattern) {
  switch (failure.form) {
    case RegexFailure::Form::Value:
      return raise_value_error(thread, failure.message);
    case RegexFailure::Form::Overflow:
      return raise_overflow_error(thread, failure.message);
    case RegexFailure::Form::None:
    case RegexFailure::Form::Pending:
      return Value::error();
    case RegexFailure::Form::Error:
      break;
  }
  Str* message = make_str(thread, failure.message);
  if (message == nullptr) return Value::error();
  const Value position = failure.position < 0 ? Value::none() : Value::small_int(failure.position);
  const Value made =
      call(thread, regex_state(thread).error_class, {Value::cell(message), pattern, position});
  if (!made || !is_exception(made)) return Value::error();
  return raise(thread, made.as<Exception>());
}

namespace {

void trace_pattern(CustomObject* object, Marker& marker) {
  const auto* pattern = static_cast<Pattern*>(object);
  marker.mark(pattern->source);
  marker.mark(pattern->group_names);
  marker.mark(pattern->names);
  marker.mark(pattern->template_text);
  marker.mark(pattern->template_pieces);
}

void destroy_pattern(CustomObject* object) {
  auto* pattern = static_cast<Pattern*>(object);
  delete pattern->expression;
  delete[] pattern->closing_order;
  for (const RegexCode& code : pattern->codes) pcre2_code_free(code.code);
  pcre2_match_data_free(pattern->match_data);
}

constexpr CustomOperations pattern_operations = {trace_pattern, destroy_pattern};

std::string pcre_message(int number) {
  unsigned char message[256];
  if (pcre2_get_error_message(number, message, sizeof message) < 0) return "unknown error";
  return reinterpret_cast<const char*>(message);
}

// Compiles for one kind of attempt, if that has not been done. Null: exception pending.
RegexCode* code_for(Thread& thread, Pattern* pattern, RegexAnchor anchor) {
  RegexCode& entry = pattern->codes[static_cast<size_t>(anchor)];
  if (entry.code != nullptr) return &entry;
  uint32_t options = PCRE2_NO_UTF_CHECK | PCRE2_ALT_CIRCUMFLEX;
  if (pattern->is_text) options |= PCRE2_UTF;
  if (pattern->is_text && (pattern->flags & RegexAscii) == 0) options |= PCRE2_UCP;
  if ((pattern->flags & RegexIgnoreCase) != 0) options |= PCRE2_CASELESS;
  if ((pattern->flags & RegexMultiline) != 0) options |= PCRE2_MULTILINE;
  if ((pattern->flags & RegexDotAll) != 0) options |= PCRE2_DOTALL;
  if (anchor != RegexAnchor::None) options |= PCRE2_ANCHORED;
  if (anchor == RegexAnchor::Both) options |= PCRE2_ENDANCHORED;
  int error;
  size_t place;
  entry.code = pcre2_compile(reinterpret_cast<PCRE2_SPTR>(pattern->expression->data()),
                             pattern->expression->size(), options, &error, &place,
                             regex_state(thread).compile_context);
  if (entry.code != nullptr) return &entry;
  raise_regex_error(thread, {RegexFailure::Form::Error, pcre_message(error)}, pattern->source);
  return nullptr;
}

// Machine code is worth its making once a pattern is used again, or on long texts.
void compile_further(RegexCode& code, uint64_t length) {
  constexpr uint32_t UsesBefore = 3;
  constexpr uint64_t LongText = 2000;
  if (code.is_compiled || (++code.uses <= UsesBefore && length < LongText)) return;
  code.is_compiled = true;
  pcre2_jit_compile(code.code, PCRE2_JIT_COMPLETE);
}

bool warn(Thread& thread, const std::string& message) {
  const Value module = import_module(thread, "warnings");
  Str* shown = module ? make_str(thread, message) : nullptr;
  if (shown == nullptr) return false;
  const Value category = dict_get_str(thread.isolate.builtins, intern(thread, "FutureWarning"));
  // Whom to blame: who called the function of re that called its helper that called this.
  return static_cast<bool>(
      call_method(thread, module, "warn", {Value::cell(shown), category, Value::small_int(3)}));
}

Value regex_compile(Thread& thread, Arguments arguments) {
  const Value source = arguments[0];
  const std::optional<int64_t> flags = to_index(thread, arguments[1]);
  if (!flags) return Value::error();
  Bytes* bytes = nullptr;
  if (!is_str(source)) {
    const std::optional<std::string_view> given = readable_bytes(thread, source);
    if (!given) {
      thread.pending = nullptr;
      return raise_type_error(thread, "first argument must be string or compiled pattern");
    }
    bytes = make_bytes(thread, *given);
    if (bytes == nullptr) return Value::error();
  }
  const bool is_text = bytes == nullptr;
  RegexTranslation translation =
      translate_regex(thread, is_text ? source.as<Str>()->view() : bytes->view(), is_text,
                      static_cast<uint32_t>(*flags));
  if (translation.failure.form != RegexFailure::Form::None) {
    return raise_regex_error(thread, translation.failure, source);
  }
  for (const std::string& warning : translation.warnings) {
    if (!warn(thread, warning)) return Value::error();
  }
  auto* pattern =
      make_custom_object<Pattern>(thread, regex_state(thread).pattern_type, pattern_operations);
  if (pattern == nullptr) return Value::error();
  store(pattern, pattern->source, source);
  pattern->template_text = pattern->template_pieces = Value::unset();
  pattern->is_text = is_text;
  pattern->flags = translation.flags;
  pattern->group_count = translation.group_count();
  pattern->expression = new std::string(std::move(translation.expression));
  pattern->closing_order = new uint32_t[translation.closing_order.size()];
  std::ranges::copy(translation.closing_order, pattern->closing_order);
  Dict* names = make_dict(thread);
  if (names == nullptr) return Value::error();
  store(pattern, pattern->group_names, names);
  Tuple* by_number = make_tuple(thread, pattern->group_count);
  if (by_number == nullptr) return Value::error();
  store(pattern, pattern->names, by_number);
  for (const auto& [name, group] : translation.names) {
    Str* key = intern(thread, name);
    if (key == nullptr || !dict_set_str(thread, names, key, Value::small_int(group))) {
      return Value::error();
    }
    store(by_number, by_number->values[group - 1], Value::cell(key));
  }
  return code_for(thread, pattern, RegexAnchor::None) == nullptr ? Value::error()
                                                                 : Value::cell(pattern);
}

Value regex_set_error(Thread& thread, Arguments arguments) {
  regex_state(thread).error_class = arguments[0];
  return Value::none();
}

constexpr NativeMethod functions[] = {
    {"compile", "(pattern, flags, /)", "A pattern, not looked for among those known.",
     regex_compile},
    {"set_error", "(error, /)", "Says what exception to raise.", regex_set_error},
};

}  // namespace

bool Subject::refresh(Thread& thread) {
  if (is_text || is_bytes(object)) return true;
  const std::optional<std::string_view> view = readable_bytes(thread, object);
  if (!view) return false;
  bytes = *view;
  to = std::min<uint64_t>(to, bytes.size());
  from = std::min(from, to);
  return true;
}

uint64_t Subject::to_characters(Thread& thread, uint64_t byte) const {
  return is_ascii ? byte : char_index(thread, object.as<Str>(), static_cast<uint32_t>(byte));
}

Value Subject::slice(Thread& thread, uint64_t begin, uint64_t end) const {
  const std::string_view part = bytes.substr(begin, end - begin);
  if (!is_text) return as_result(make_bytes(thread, part));
  if (part.size() == bytes.size() && is_exactly(object, Kind::Str)) return object;
  return as_result(is_ascii ? make_ascii_str(thread, part) : make_str(thread, part));
}

std::optional<Subject> subject_argument(Thread& thread, const Pattern* pattern, Value object,
                                        Value from, Value to) {
  Subject subject;
  subject.object = object;
  uint64_t length;
  if (is_str(object)) {
    if (!pattern->is_text) {
      raise_type_error(thread, "cannot use a bytes pattern on a string-like object");
      return std::nullopt;
    }
    const Str* text = object.as<Str>();
    subject.is_text = true;
    subject.is_ascii = text->is_ascii != 0;
    subject.bytes = text->view();
    length = text->char_count;
  } else {
    const std::optional<std::string_view> view = readable_bytes(thread, object);
    if (!view) {
      thread.pending = nullptr;
      raise_type_error(thread, text("expected string or bytes-like object, got '",
                                    type_name(thread, object), "'"));
      return std::nullopt;
    }
    if (pattern->is_text) {
      raise_type_error(thread, "cannot use a string pattern on a bytes-like object");
      return std::nullopt;
    }
    subject.bytes = *view;
    length = view->size();
  }
  const auto clamp = [&](Value value, uint64_t fallback) -> std::optional<uint64_t> {
    if (value.is_unset()) return fallback;
    const std::optional<int64_t> number = to_index_clamped(thread, value);
    if (!number) return std::nullopt;
    return *number < 0 ? 0 : std::min<uint64_t>(static_cast<uint64_t>(*number), length);
  };
  const std::optional<uint64_t> end = clamp(to, length);
  std::optional<uint64_t> begin = end ? clamp(from, 0) : std::nullopt;
  if (!begin) return std::nullopt;
  subject.end_position = static_cast<int64_t>(*end);
  subject.position = static_cast<int64_t>(*begin);
  const auto to_bytes = [&](uint64_t character) -> uint64_t {
    return subject.is_ascii
               ? character
               : byte_offset(thread, object.as<Str>(), static_cast<uint32_t>(character));
  };
  subject.from = to_bytes(*begin);
  subject.to = to_bytes(*end);
  return subject;
}

MatchOutcome attempt_match(Thread& thread, Pattern* pattern, const Subject& subject, uint64_t from,
                           RegexAnchor anchor, bool not_empty, std::span<uint64_t> places) {
  if (from > subject.to) return MatchOutcome::Nothing;
  RegexCode* code = code_for(thread, pattern, anchor);
  if (code == nullptr) return MatchOutcome::Error;
  compile_further(*code, subject.to - from);
  if (pattern->match_data == nullptr) {
    pattern->match_data = pcre2_match_data_create(pattern->group_count + 1, nullptr);
    if (pattern->match_data == nullptr) {
      raise_memory_error(thread);
      return MatchOutcome::Error;
    }
  }
  const RegexState& state = regex_state(thread);
  // A match that takes very long begins again with more leave, after a look at interrupts.
  constexpr uint32_t FirstLimit = 20'000'000;
  uint32_t limit = FirstLimit;
  uint32_t options = PCRE2_NO_UTF_CHECK | (not_empty ? PCRE2_NOTEMPTY_ATSTART : 0);
  static constexpr char nothing[] = "";
  const char* text = subject.bytes.data() == nullptr ? nothing : subject.bytes.data();
  for (;;) {
    pcre2_set_match_limit(state.match_context, limit);
    const int result = pcre2_match(code->code, reinterpret_cast<PCRE2_SPTR>(text), subject.to, from,
                                   options, pattern->match_data, state.match_context);
    if (result >= 0) break;
    if (result == PCRE2_ERROR_NOMATCH) return MatchOutcome::Nothing;
    if (result == PCRE2_ERROR_JIT_STACKLIMIT) {
      options |= PCRE2_NO_JIT;
      continue;
    }
    if (result == PCRE2_ERROR_MATCHLIMIT && limit != UINT32_MAX) {
      if (thread.has_interrupts() && !thread.isolate.machine.check_interrupts(thread)) {
        return MatchOutcome::Error;
      }
      limit = limit > UINT32_MAX / 4 ? UINT32_MAX : limit * 4;
      continue;
    }
    if (result == PCRE2_ERROR_HEAPLIMIT || result == PCRE2_ERROR_NOMEMORY) {
      raise_memory_error(thread);
    } else {
      raise_runtime_error(thread, weft::text("internal error in regular expression engine: ",
                                             pcre_message(result)));
    }
    return MatchOutcome::Error;
  }
  const size_t* found = pcre2_get_ovector_pointer(pattern->match_data);
  for (size_t i = 0; i < places.size(); ++i) {
    places[i] = found[i] == PCRE2_UNSET ? Match::None : found[i];
  }
  return MatchOutcome::Found;
}

bool fill_re(Thread& thread, Module* module) {
  RegexState& state = regex_state(thread);
  if (state.compile_context == nullptr) {
    state.compile_context = pcre2_compile_context_create(nullptr);
    state.match_context = pcre2_match_context_create(nullptr);
    if (state.compile_context == nullptr || state.match_context == nullptr) {
      raise_memory_error(thread);
      return false;
    }
    pcre2_set_newline(state.compile_context, PCRE2_NEWLINE_LF);
    constexpr uint32_t HeapKilobytes = 1 << 20;
    pcre2_set_heap_limit(state.match_context, HeapKilobytes);
  }
  return make_match_type(thread, state) && make_pattern_types(thread, state) &&
         put_functions(thread, module, functions) &&
         put_name(thread, module, "Pattern", Value::cell(state.pattern_type)) &&
         put_name(thread, module, "Match", Value::cell(state.match_type));
}

}  // namespace weft
