// Binding the arguments of a call to the parameters of a script function, with CPython's errors.
#include <string>
#include <vector>

#include "interpreter/objects/call.h"
#include "interpreter/objects/dict.h"
#include "interpreter/objects/errors.h"
#include "interpreter/objects/list.h"
#include "interpreter/objects/str.h"
#include "interpreter/vm/frames.h"
#include "interpreter/vm/slow_paths.h"

namespace weft {

namespace {

// The common call: positional values for plain parameters, whose last ones may have their defaults.
// False: it is of another sort, or wrong; nothing was done that is not done again.
bool bind_plainly(const Code* code, const Function* function, Value* parameters,
                  const Value* values, uint32_t count) {
  const uint32_t positional = code->positional_count;
  if ((code->flags & (HasVarArguments | HasVarKeywords)) != 0 || code->keyword_only_count != 0 ||
      count > positional) {
    return false;
  }
  const uint32_t left = positional - count;
  if (left != 0 && (function->defaults == nullptr || left > function->defaults->count))
    return false;
  copy_arguments(parameters, values, count);
  if (left == 0) return true;
  copy_arguments(parameters + count, function->defaults->values + function->defaults->count - left,
                 left);
  return true;
}

// One call being bound. Parameters lie in consecutive registers in the order positional,
// keyword-only, *args, **kwargs.
struct Binding {
  Thread& thread;
  Function* function;
  Code* code;
  Value* parameters;

  std::string_view parameter_name(uint32_t index) const {
    return code->local_names->values[index].as<Str>()->view();
  }
  std::string_view function_name() const { return function->qualified_name->view(); }
  uint32_t named_count() const { return code->positional_count + code->keyword_only_count; }

  bool fail_positional_count(uint64_t given, uint64_t keyword_only_given) const;
  bool fail_missing(const std::vector<uint32_t>& missing, std::string_view kind) const;
  bool fail_unexpected_keyword(Str* name, Tuple* keyword_names) const;
  bool bind_keyword(Str* name, Value value, Dict* rest, Tuple* keyword_names) const;
  bool fill_defaults(uint32_t given) const;
};

std::string_view plural(uint64_t count) { return count == 1 ? "" : "s"; }

bool Binding::fail_positional_count(uint64_t given, uint64_t keyword_only_given) const {
  const uint64_t defaults = function->defaults == nullptr ? 0 : function->defaults->count;
  const uint64_t most = code->positional_count;
  std::string takes = defaults != 0 ? text("from ", most - defaults, " to ", most) : text(most);
  const bool one = defaults == 0 && most == 1;
  std::string keyword_part;
  if (keyword_only_given != 0) {
    keyword_part = text(" positional argument", plural(given), " (and ", keyword_only_given,
                        " keyword-only argument", plural(keyword_only_given), ")");
  }
  raise_type_error(thread,
                   text(function_name(), "() takes ", takes, " positional argument", one ? "" : "s",
                        " but ", given, keyword_part,
                        given == 1 && keyword_only_given == 0 ? " was" : " were", " given"));
  return false;
}

bool Binding::fail_missing(const std::vector<uint32_t>& missing, std::string_view kind) const {
  std::string names;
  for (size_t i = 0; i < missing.size(); ++i) {
    if (i != 0) {
      names += missing.size() == 2 ? " and " : i + 1 == missing.size() ? ", and " : ", ";
    }
    names += text("'", parameter_name(missing[i]), "'");
  }
  raise_type_error(thread, text(function_name(), "() missing ", missing.size(), " required ", kind,
                                " argument", plural(missing.size()), ": ", names));
  return false;
}

bool Binding::fail_unexpected_keyword(Str* name, Tuple* keyword_names) const {
  // Positional-only parameters given by name are all reported together.
  std::string positional_only;
  for (uint32_t i = 0; i < code->positional_only_count; ++i) {
    auto* parameter = code->local_names->values[i].as<Str>();
    for (uint64_t k = 0; k < keyword_names->count; ++k) {
      if (str_equal(parameter, keyword_names->values[k].as<Str>())) {
        positional_only += text(positional_only.empty() ? "" : ", ", parameter->view());
      }
    }
  }
  if (!positional_only.empty()) {
    raise_type_error(thread,
                     text(function_name(),
                          "() got some positional-only arguments passed as keyword arguments: '",
                          positional_only, "'"));
    return false;
  }
  raise_type_error(
      thread, text(function_name(), "() got an unexpected keyword argument '", name->view(), "'"));
  return false;
}

bool Binding::bind_keyword(Str* name, Value value, Dict* rest, Tuple* keyword_names) const {
  const Value* names = code->local_names->values;
  const uint32_t named = named_count();
  uint32_t index = code->positional_only_count;
  while (index < named && names[index].as<Str>() != name) ++index;
  if (index == named) {
    index = code->positional_only_count;
    while (index < named && !str_equal(names[index].as<Str>(), name)) ++index;
  }
  if (index == named) {
    if (rest != nullptr) return dict_set_str(thread, rest, name, value);
    return fail_unexpected_keyword(name, keyword_names);
  }
  if (!parameters[index].is_unset()) {
    raise_type_error(
        thread, text(function_name(), "() got multiple values for argument '", name->view(), "'"));
    return false;
  }
  parameters[index] = value;
  return true;
}

bool Binding::fill_defaults(uint32_t given) const {
  const uint32_t positional = code->positional_count;
  const uint32_t defaults =
      function->defaults == nullptr ? 0 : static_cast<uint32_t>(function->defaults->count);
  const uint32_t first_default = defaults > positional ? 0 : positional - defaults;
  if (given < positional) {
    std::vector<uint32_t> missing;
    for (uint32_t i = given; i < first_default; ++i) {
      if (parameters[i].is_unset()) missing.push_back(i);
    }
    if (!missing.empty()) return fail_missing(missing, "positional");
    for (uint32_t i = std::max(given, first_default); i < positional; ++i) {
      if (parameters[i].is_unset()) {
        parameters[i] = function->defaults->values[i + defaults - positional];
      }
    }
  }
  if (code->keyword_only_count != 0) {
    std::vector<uint32_t> missing;
    for (uint32_t i = positional; i < named_count(); ++i) {
      if (!parameters[i].is_unset()) continue;
      Value value = Value::unset();
      if (function->keyword_defaults != nullptr) {
        value = dict_get_str(function->keyword_defaults, code->local_names->values[i].as<Str>());
      }
      if (value.is_unset()) {
        missing.push_back(i);
      } else {
        parameters[i] = value;
      }
    }
    if (!missing.empty()) return fail_missing(missing, "keyword-only");
  }
  return true;
}

}  // namespace

bool bind_arguments(Thread& thread, Frame* frame, Function* function, const Value* values,
                    uint32_t count, Tuple* keyword_names) {
  Code* code = frame->code;
  const Binding binding{thread, function, code, frame->registers + code->parameter_base};
  Value* parameters = binding.parameters;
  if (keyword_names == nullptr && bind_plainly(code, function, parameters, values, count))
      [[likely]]
    return true;
  const auto keywords = keyword_names == nullptr ? 0 : static_cast<uint32_t>(keyword_names->count);
  const uint32_t given = count - keywords;
  const uint32_t positional = code->positional_count;
  const uint32_t taken = std::min(given, positional);
  for (uint32_t i = 0; i < taken; ++i) parameters[i] = values[i];

  uint32_t next_parameter = binding.named_count();
  if (code->has(HasVarArguments)) {
    Tuple* rest = given > positional
                      ? make_tuple(thread, std::span(values + positional, given - positional))
                      : thread.isolate.empty_tuple;
    if (rest == nullptr) return false;
    parameters[next_parameter++] = Value::cell(rest);
  }
  Dict* rest = nullptr;
  if (code->has(HasVarKeywords)) {
    rest = make_dict(thread);
    if (rest == nullptr) return false;
    parameters[next_parameter] = Value::cell(rest);
  }
  for (uint32_t i = 0; i < keywords; ++i) {
    if (!binding.bind_keyword(keyword_names->values[i].as<Str>(), values[given + i], rest,
                              keyword_names)) {
      return false;
    }
  }
  if (given > positional && !code->has(HasVarArguments)) {
    uint64_t keyword_only_given = 0;
    for (uint32_t i = positional; i < binding.named_count(); ++i) {
      if (!parameters[i].is_unset()) ++keyword_only_given;
    }
    return binding.fail_positional_count(given, keyword_only_given);
  }
  if (given == positional && code->keyword_only_count == 0) return true;
  return binding.fill_defaults(given);
}

}  // namespace weft
