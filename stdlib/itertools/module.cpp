// Module _itertools. See itertools.h.
//
// A dressed iterator is a generator in every respect but its class: the dispatch loop resumes it as
// any other, without recursion, whatever it goes through.
#include "interpreter/objects/module.h"
#include "interpreter/objects/dict.h"
#include "interpreter/objects/errors.h"
#include "interpreter/objects/generator.h"
#include "interpreter/objects/generator_object.h"
#include "interpreter/objects/generic_alias.h"
#include "interpreter/objects/list.h"
#include "interpreter/objects/str.h"
#include "stdlib/itertools/itertools.h"
#include "stdlib/module_state.h"
#include "stdlib/native_modules.h"

namespace weft {

namespace itertools {

NativeIterator* make_native_iterator(Thread& thread, Value cls,
                                     Value (*step)(Thread&, NativeIterator*)) {
  auto* self = new_instance<NativeIterator>(thread, as_type(cls));
  if (self == nullptr) return nullptr;
  self->step = step;
  for (int64_t& number : self->numbers) number = 0;
  for (Value& value : self->values) value = Value::unset();
  return self;
}

Value native_iterator_iter(Thread&, Arguments arguments) { return arguments[0]; }
Value native_iterator_next(Thread& thread, Arguments arguments) {
  auto* self = arguments[0].as<NativeIterator>();
  return or_stop_iteration(thread, self->step(thread, self));
}

}  // namespace itertools

namespace {

using itertools::IterMethod;

enum Dressed : uint32_t {
  Accumulate,
  Chain,
  Compress,
  Cycle,
  Dropwhile,
  Filterfalse,
  Groupby,
  Islice,
  Pairwise,
  Starmap,
  Takewhile,
  ZipLongest,
  DressedCount
};

struct ItertoolsState final : runtime::RootSource {
  void trace_roots(runtime::Marker& marker) override {
    for (Value maker : makers) marker.mark(maker);
    marker.mark(chain_from_iterable);
    marker.mark(group);
    marker.mark(tee);
  }
  Value makers[DressedCount];  // the functions of _itertools_script
  Value chain_from_iterable;
  Type* group = nullptr;
  Type* tee = nullptr;
};

Value dress(Thread& thread, Value generator, Type* type) {
  if (!generator) return generator;
  if (!is_exactly(generator, Kind::Generator)) {
    return raise_type_error(thread, "a generator is required");
  }
  generator.as_cell()->set_header(type->root_shape->object_header);
  return generator;
}

template <Dressed which>
Value dressed_new(Thread& thread, Arguments arguments) {
  const auto& state = module_state<ItertoolsState>(thread.isolate);
  return dress(thread, call(thread, state.makers[which], arguments.span().subspan(1)),
               as_type(arguments[0]));
}

Value dressed_next(Thread& thread, Arguments arguments) {
  return generator_send(thread, arguments[0].as<Generator>(), Value::none());
}

Value chain_from_iterable(Thread& thread, Arguments arguments) {
  const auto& state = module_state<ItertoolsState>(thread.isolate);
  return dress(thread, call(thread, state.chain_from_iterable, {arguments[1]}),
               as_type(arguments[0]));
}

Value chain_class_getitem(Thread& thread, Arguments arguments) {
  return make_generic_alias(thread, arguments[0], arguments[1]);
}

constexpr NativeMethod NextMethod = {"__next__", "(self, /)", "Implement next(self).",
                                     dressed_next};

// The methods of a class: how it is made, and what all have.
struct DressedMethods {
  NativeMethod methods[3];
};
template <Dressed which>
constexpr DressedMethods made_by(std::string_view signature, std::string_view doc) {
  return {{{"__new__", signature, doc, dressed_new<which>}, IterMethod, NextMethod}};
}

constexpr auto accumulate_methods =
    made_by<Accumulate>("(cls, iterable, func=None, *, initial=None)", "Running totals.");
constexpr auto compress_methods =
    made_by<Compress>("(cls, data, selectors)", "The elements whose selectors are true.");
constexpr auto cycle_methods =
    made_by<Cycle>("(cls, iterable, /)", "The elements again and again.");
constexpr auto dropwhile_methods = made_by<Dropwhile>(
    "(cls, predicate, iterable, /)", "The elements from the first the predicate refuses on.");
constexpr auto filterfalse_methods =
    made_by<Filterfalse>("(cls, function, iterable, /)", "The elements function refuses.");
constexpr auto groupby_methods =
    made_by<Groupby>("(cls, iterable, key=None)", "Keys and runs of elements with these keys.");
constexpr auto islice_methods = made_by<Islice>("(cls, /, *args)", "A slice of the elements.");
constexpr auto pairwise_methods =
    made_by<Pairwise>("(cls, iterable, /)", "Pairs of neighbouring elements.");
constexpr auto starmap_methods = made_by<Starmap>("(cls, function, iterable, /)",
                                                  "What function makes of each element's values.");
constexpr auto takewhile_methods = made_by<Takewhile>(
    "(cls, predicate, iterable, /)", "The elements up to the first the predicate refuses.");
constexpr auto zip_longest_methods =
    made_by<ZipLongest>("(cls, /, *iterables, fillvalue=None)",
                        "Tuples of one element of each, up to the end of the longest.");
constexpr NativeMethod chain_methods[] = {
    {"__new__", "(cls, /, *iterables)", "The elements of all iterables.", dressed_new<Chain>},
    IterMethod,
    NextMethod,
    {"from_iterable", "(cls, iterable, /)",
     "Alternative chain() constructor taking a single iterable argument that evaluates lazily.",
     chain_from_iterable},
    {"__class_getitem__", "(cls, item, /)", "The class with a type argument, for annotations.",
     chain_class_getitem},
};
constexpr NativeMethod part_methods[] = {IterMethod, NextMethod};

constexpr TypeSpec dressed_spec(std::string_view name, std::string_view doc,
                                std::span<const NativeMethod> methods) {
  return {.name = name,
          .module = "itertools",
          .doc = doc,
          .instance_kind = Kind::Generator,
          .instance_size = sizeof(Generator),
          .is_base_type = false,
          .instances_have_dict = false,
          .methods = methods,
          .attributes = {}};
}

constexpr TypeSpec specs[] = {
    dressed_spec("accumulate", "Running totals, or other results of a function of two arguments.",
                 accumulate_methods.methods),
    dressed_spec("chain", "The elements of several iterables, one iterable after the other.",
                 chain_methods),
    dressed_spec("compress", "The elements whose selectors are true.", compress_methods.methods),
    dressed_spec("cycle", "The elements of an iterable again and again.", cycle_methods.methods),
    dressed_spec("dropwhile", "The elements from the first a predicate refuses on.",
                 dropwhile_methods.methods),
    dressed_spec("filterfalse", "The elements a function refuses.", filterfalse_methods.methods),
    dressed_spec("groupby", "Keys and runs of elements with these keys.", groupby_methods.methods),
    dressed_spec("islice", "A slice of the elements of an iterable.", islice_methods.methods),
    dressed_spec("pairwise", "Pairs of neighbouring elements.", pairwise_methods.methods),
    dressed_spec("starmap", "What a function makes of argument tuples.", starmap_methods.methods),
    dressed_spec("takewhile", "The elements up to the first a predicate refuses.",
                 takewhile_methods.methods),
    dressed_spec("zip_longest", "Tuples of one element of each iterable, missing ones filled in.",
                 zip_longest_methods.methods),
};
static_assert(std::size(specs) == DressedCount);
constexpr TypeSpec group_spec = dressed_spec("_grouper", "The elements of a group.", part_methods);
constexpr TypeSpec tee_spec =
    dressed_spec("_tee", "One of several iterators over an iterable.", part_methods);

constexpr const TypeSpec* native_specs[] = {
    &itertools::count_spec,        &itertools::repeat_spec,
    &itertools::product_spec,      &itertools::permutations_spec,
    &itertools::combinations_spec, &itertools::combinations_with_replacement_spec};

// --- For the script part

Value set_makers(Thread& thread, Arguments arguments) {
  if (!is_dict(arguments[0])) return raise_type_error(thread, "a dict is required");
  auto* functions = arguments[0].as<Dict>();
  auto& state = module_state<ItertoolsState>(thread.isolate);
  const auto find = [&](std::string_view name) {
    Str* key = intern(thread, name);
    return key == nullptr ? Value::error() : dict_get_str(functions, key);
  };
  for (uint32_t i = 0; i < DressedCount; ++i) {
    state.makers[i] = find(specs[i].name);
    if (!state.makers[i]) return Value::error();
  }
  state.chain_from_iterable = find("chain_from_iterable");
  return state.chain_from_iterable ? Value::none() : Value::error();
}

Value dress_group(Thread& thread, Arguments arguments) {
  return dress(thread, arguments[0], module_state<ItertoolsState>(thread.isolate).group);
}
Value dress_tee(Thread& thread, Arguments arguments) {
  return dress(thread, arguments[0], module_state<ItertoolsState>(thread.isolate).tee);
}

constexpr NativeMethod functions[] = {
    {"set_makers", "(functions, /)", "Name the functions that make the generators.", set_makers},
    {"dress_group", "(generator, /)", "Make a generator a group of groupby.", dress_group},
    {"dress_tee", "(generator, /)", "Make a generator one of tee's iterators.", dress_tee},
};

Type* add_type(Thread& thread, Module* module, const TypeSpec& spec) {
  Type* type = make_builtin_type(thread, spec, nullptr);
  Str* name = intern(thread, spec.name);
  const bool added = type != nullptr && name != nullptr &&
                     dict_set_str(thread, module->dict, name, Value::cell(type));
  return added ? type : nullptr;
}

}  // namespace

bool fill_itertools(Thread& thread, Module* module) {
  auto& state = module_state<ItertoolsState>(thread.isolate);
  List* names = make_list(thread);
  if (names == nullptr) return false;
  const auto add = [&](const TypeSpec& spec) {
    Type* type = add_type(thread, module, spec);
    if (type == nullptr) return false;
    return list_append(thread, names, Value::cell(type->name));
  };
  for (const TypeSpec& spec : specs) {
    if (!add(spec)) return false;
  }
  for (const TypeSpec* spec : native_specs) {
    if (!add(*spec)) return false;
  }
  state.group = make_builtin_type(thread, group_spec, nullptr);
  state.tee = make_builtin_type(thread, tee_spec, nullptr);
  const Value module_name = dict_get_str(module->dict, thread.isolate.names.__name__);
  return state.group != nullptr && state.tee != nullptr &&
         dict_set_str(thread, module->dict, thread.isolate.names.__all__, Value::cell(names)) &&
         add_native_functions(thread, module->dict, module_name, functions);
}

}  // namespace weft
