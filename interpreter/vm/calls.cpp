// Calling: from any callable to a frame on the script stack, or to a finished native call.
#include "interpreter/objects/call.h"
#include "interpreter/objects/descriptor.h"
#include "interpreter/objects/dict.h"
#include "interpreter/objects/errors.h"
#include "interpreter/objects/exception_fields.h"
#include "interpreter/objects/generator_object.h"
#include "interpreter/objects/list.h"
#include "interpreter/objects/native.h"
#include "interpreter/objects/numbers.h"
#include "interpreter/objects/partial.h"
#include "interpreter/objects/range.h"
#include "interpreter/objects/str.h"
#include "interpreter/objects/super.h"
#include "interpreter/objects/type.h"
#include "interpreter/vm/fibers.h"
#include "interpreter/vm/frames.h"
#include "interpreter/vm/slow_paths.h"
#include "runtime/heap/rooted.h"

namespace weft {

Frame* push_frame_slow_failure(Thread& thread, bool too_deep) {
  if (too_deep) {
    raise_recursion_error(thread, "");
  } else {
    raise_memory_error(thread);
  }
  return nullptr;
}

namespace {

constexpr uint32_t GeneratorFlags = IsGenerator | IsCoroutine | IsAsyncGenerator;

// Whether `count` values, given by position, and defaults are simply the values of all parameters.
bool takes_plainly(const Function* function, uint32_t count) {
  const Code* code = function->code;
  const uint32_t parameters = code->positional_count;
  if (code->parameter_count() != parameters || code->parameter_base != 0 || count > parameters)
    return false;
  const Tuple* defaults = function->defaults;
  return count == parameters || (defaults != nullptr && parameters - count <= defaults->count);
}

// Where takes_plainly() holds.
void copy_with_defaults(Value* registers, const Function* function, const Value* arguments,
                        uint32_t count) {
  copy_arguments(registers, arguments, count);
  const uint32_t missing = function->code->positional_count - count;
  if (missing == 0) return;
  const Tuple* defaults = function->defaults;
  copy_arguments(registers + count, defaults->values + defaults->count - missing, missing);
}

// The arguments of a call with more in front. Few live on the native stack.
class PrependedArguments {
 public:
  PrependedArguments(Thread& thread, Value first, const Value* values, uint32_t count)
      : PrependedArguments(thread, {&first, 1}, values, count) {}
  PrependedArguments(Thread& thread, std::span<const Value> first, const Value* values,
                     uint32_t count)
      : many_(thread.isolate.heap) {
    Value* out = few_.data();
    if (first.size() + count > Few) {
      many_.resize(first.size() + count);
      out = many_.data();
    }
    copy_arguments(out, first.data(), first.size());
    copy_arguments(out + first.size(), values, count);
    data_ = out;
  }
  const Value* data() const { return data_; }

 private:
  static constexpr uint32_t Few = 16;
  ValueRoom<Few> few_;
  runtime::RootedVector many_;
  const Value* data_;
};

}  // namespace

bool remember_call(Code* caller, CallCache* call, Code* code, uint32_t count) {
  if (code->simple_count != count) return false;
  store(caller->caches, call->code, code);
  call->instructions = code->instructions;
  call->constants = code->constants;
  call->version = 0;
  return true;
}

bool push_call_at_boundary(Thread& thread, Function* function, const Value* arguments,
                           uint32_t count, Delivery delivery) {
  Code* code = function->code;
  Frame* frame = allocate_frame(thread, code, function, function->globals, delivery.action,
                                delivery.destination);
  if (frame == nullptr) return false;
  // A byte written into the word that Return reads is waited for: only where it must be.
  if (delivery.flag != 0) frame->action_flag = delivery.flag;
  copy_arguments(frame->registers, arguments, count);
  clear_stack_registers(frame->registers + count, frame->registers + code->register_count);
  link_frame(thread, frame);
  return true;
}

bool enter_with_defaults(Thread& thread, Function* function, const Value* arguments, uint32_t count,
                         Delivery delivery) {
  Code* code = function->code;
  const uint32_t parameters = code->positional_count;
  if (!code->has(IsSimpleCall) || !takes_plainly(function, count)) return false;
  Frame* frame = allocate_frame(thread, code, function, function->globals, delivery.action,
                                delivery.destination);
  if (frame == nullptr) return false;
  Value* registers = frame->registers;
  copy_with_defaults(registers, function, arguments, count);
  clear_stack_registers(registers + parameters, registers + code->register_count);
  link_frame(thread, frame);
  return true;
}

Function* plain_initialiser(Thread& thread, Type* type) {
  const Value init = type->specials[static_cast<int>(Special::Init)];
  const BuiltinTypes& types = thread.isolate.types;
  const auto make = static_cast<int>(Special::New);
  if (!type->is_heap_type || type->is_abstract || type->instance_kind != Kind::Instance ||
      type->specials[make] != types.object->specials[make] || type->type() != types.type ||
      !is_kind(init, Kind::Function)) {
    return nullptr;
  }
  return init.as<Function>();
}

Value begin_function(Thread& thread, Function* function, const Value* values, uint32_t count,
                     Tuple* keyword_names, Delivery delivery) {
  Code* code = function->code;
  if (code->simple_count == count && keyword_names == nullptr) {
    return push_call_at_boundary(thread, function, values, count, delivery) ? Value::unset()
                                                                            : Value::error();
  }
  if ((code->flags & GeneratorFlags) != 0) {
    Generator* generator = make_generator(thread, code, function, function->globals);
    if (generator == nullptr) return Value::error();
    if (keyword_names == nullptr && takes_plainly(function, count)) {
      copy_with_defaults(generator->frame.registers, function, values, count);
    } else if (!bind_arguments(thread, &generator->frame, function, values, count, keyword_names)) {
      return Value::error();
    }
    if (code->has(IsCoroutine) && !note_coroutine(thread, generator)) return Value::error();
    return Value::cell(generator);
  }
  Frame* frame = allocate_frame(thread, code, function, function->globals, delivery.action,
                                delivery.destination);
  if (frame == nullptr) return Value::error();
  frame->action_flag = delivery.flag;
  clear_registers(frame->registers, frame->registers + code->register_count);
  link_frame(thread, frame);
  if (!bind_arguments(thread, frame, function, values, count, keyword_names)) {
    pop_frame(thread, frame);
    return Value::error();
  }
  return Value::unset();
}

// Whether making an instance of the class, before its __init__, runs no script code.
static bool is_made_natively(Thread& thread, const Type* type) {
  if (type->instance_kind == Kind::Exception) return is_made_as_base_exception(type);
  const auto make = static_cast<int>(Special::New);
  return type->instance_kind == Kind::Instance &&
         type->specials[make] == thread.isolate.types.object->specials[make];
}

[[gnu::noinline]] Value begin_construct(Thread& thread, Type* type, const Value* values,
                                        uint32_t count, Tuple* keyword_names, Delivery delivery) {
  const Value init = type->specials[static_cast<int>(Special::Init)];
  if (type->is_heap_type && delivery.action == ReturnAction::Plain &&
      type->type() == thread.isolate.types.type && is_kind(init, Kind::Function) &&
      !type->is_abstract && is_made_natively(thread, type)) {
    Object* instance = nullptr;
    if (type->instance_kind == Kind::Exception) {
      const uint64_t keywords = keyword_names == nullptr ? 0 : keyword_names->count;
      instance = make_bare_exception(thread, type, {values, count - keywords});
    } else {
      instance = make_plain_instance(thread, type);
    }
    if (instance == nullptr) return Value::error();
    const PrependedArguments arguments(thread, Value::cell(instance), values, count);
    // The instance waits in the destination while __init__ runs.
    thread.frame->registers[delivery.destination] = Value::cell(instance);
    const Value result =
        begin_function(thread, init.as<Function>(), arguments.data(), count + 1, keyword_names,
                       {ReturnAction::Initialise, delivery.destination, 0});
    if (!result || result.is_unset()) return result;
    return finish_action(thread, thread.frame, {ReturnAction::Initialise, delivery.destination, 0},
                         result)
               ? Value::cell(instance)
               : Value::error();
  }
  return call_with_keywords(thread, Value::cell(type), {values, count}, keyword_names);
}

namespace {

// Calls a built-in class, which needs no frame.
Value begin_construct_builtin(Thread& thread, Type* type, const Value* values, uint32_t count,
                              Tuple* keyword_names) {
  const BuiltinTypes& types = thread.isolate.types;
  if (keyword_names == nullptr) {
    if (type == types.super && count == 0) return make_super_of_caller(thread);
    if (type == types.floating && count == 1) {
      if (values[0].is_immediate_double()) return values[0];
      if (values[0].is_small_int())
        return make_float(thread, static_cast<double>(values[0].as_small_int()));
    }
  }
  if (!thread.check_native_stack()) return Value::error();
  return construct(thread, type, {values, count}, keyword_names);
}

// Calls with one value more in front. (The room for it is no part of begin_call's frame, where the
// words of earlier calls would stay and be taken for references.)
[[gnu::noinline]] Value begin_with_first(Thread& thread, Value callable, Value first,
                                         const Value* values, uint32_t count, Tuple* keyword_names,
                                         Delivery delivery) {
  const PrependedArguments arguments(thread, first, values, count);
  return begin_call(thread, callable, arguments.data(), count + 1, keyword_names, delivery);
}

// Calls what the functools.partial object stands for.
[[gnu::noinline]] Value begin_partial(Thread& thread, Partial* partial, const Value* values,
                                      uint32_t count, Tuple* keyword_names, Delivery delivery) {
  const std::span<const Value> given = partial->arguments->view();
  if (partial->keywords->count == 0) {
    const PrependedArguments arguments(thread, given, values, count);
    return begin_call(thread, partial->function, arguments.data(),
                      static_cast<uint32_t>(given.size()) + count, keyword_names, delivery);
  }
  Dict* keywords = dict_copy(thread, partial->keywords);
  if (keywords == nullptr) return Value::error();
  const uint32_t named = keyword_names == nullptr ? 0 : static_cast<uint32_t>(keyword_names->count);
  const uint32_t positional = count - named;
  for (uint32_t i = 0; i < named; ++i) {
    if (!dict_set_str(thread, keywords, keyword_names->values[i].as<Str>(),
                      values[positional + i])) {
      return Value::error();
    }
  }
  Tuple* arguments = make_tuple(thread, given.size() + positional);
  if (arguments == nullptr) return Value::error();
  for (uint64_t i = 0; i < arguments->count; ++i) {
    store(arguments, arguments->values[i], i < given.size() ? given[i] : values[i - given.size()]);
  }
  return begin_call_spread(thread, partial->function, Value::cell(arguments), Value::cell(keywords),
                           delivery);
}

}  // namespace

Value begin_call(Thread& thread, Value callable, const Value* values, uint32_t count,
                 Tuple* keyword_names, Delivery delivery) {
  if (!callable.is_cell()) {
    return call_with_keywords(thread, callable, {values, count}, keyword_names);
  }
  switch (static_cast<Kind>(callable.as_cell()->kind_byte())) {
    case Kind::Function:
      return begin_function(thread, callable.as<Function>(), values, count, keyword_names,
                            delivery);
    case Kind::NativeFunction: {
      const Value result =
          begin_native(thread, callable.as<NativeFunction>(), {values, count}, keyword_names);
      if (result || thread.leaving == Leaving::No) return result;
      if (thread.leaving == Leaving::Call) return begin_last_call(thread, delivery);
      if (delivery.action != ReturnAction::Plain && delivery.action != ReturnAction::EndFiber)
        return wait_on_native_stack(thread);
      thread.leaving_action = delivery.action;
      return result;
    }
    case Kind::BoundMethod: {
      auto* method = callable.as<BoundMethod>();
      return begin_with_first(thread, method->function, method->self, values, count, keyword_names,
                              delivery);
    }
    case Kind::Partial:
      if (is_exactly(callable, Kind::Partial)) {
        return begin_partial(thread, callable.as<Partial>(), values, count, keyword_names,
                             delivery);
      }
      break;
    case Kind::Type:
      if (callable.as<Type>() == thread.isolate.types.range && keyword_names == nullptr) {
        const Value range = make_range_of_small_ints(thread, {values, count});
        if (!range.is_unset()) return range;
      }
      if (!callable.as<Type>()->is_heap_type &&
          callable.as<Type>()->type() == thread.isolate.types.type) {
        return begin_construct_builtin(thread, callable.as<Type>(), values, count, keyword_names);
      }
      return begin_construct(thread, callable.as<Type>(), values, count, keyword_names, delivery);
    case Kind::Instance: {
      const Value method = find_special(thread, callable, Special::Call);
      if (is_kind(method, Kind::Function))
        return begin_with_first(thread, method, callable, values, count, keyword_names, delivery);
      break;
    }
    default:
      break;
  }
  return call_with_keywords(thread, callable, {values, count}, keyword_names);
}

Value begin_last_call(Thread& thread, Delivery delivery) {
  const LastCall wanted = thread.last_call;
  thread.leaving = Leaving::No;
  if (wanted.count == SendsToGenerator) {
    auto* generator = wanted.callable.as<Generator>();
    if (delivery.action != ReturnAction::Plain)
      return generator_send(thread, generator, wanted.arguments[0]);
    return enter_generator(thread, generator, wanted.arguments[0],
                           {ReturnAction::Send, delivery.destination, 0})
               ? Value::unset()
               : Value::error();
  }
  return begin_call(thread, wanted.callable, wanted.arguments, wanted.count, nullptr, delivery);
}

Value begin_special(Thread& thread, Value method, const Value* values, uint32_t count,
                    Delivery delivery) {
  if (is_kind(method, Kind::Function)) {
    return begin_function(thread, method.as<Function>(), values, count, nullptr, delivery);
  }
  if (is_kind(method, Kind::NativeFunction)) {
    return call_native(thread, method.as<NativeFunction>(), {values, count}, nullptr);
  }
  const Value bound = call_descriptor_get(thread, method, values[0], type_of(thread, values[0]));
  if (!bound) return Value::error();
  return begin_call(thread, bound, values + 1, count - 1, nullptr, delivery);
}

std::optional<std::string> callable_text(Thread& thread, Value callable) {
  const Names& names = thread.isolate.names;
  const Value qualified = find_attribute(thread, callable, names.__qualname__);
  if (!qualified) return std::nullopt;
  Str* shown = str(thread, qualified.is_unset() ? callable : qualified);
  if (shown == nullptr) return std::nullopt;
  if (qualified.is_unset()) return std::string(shown->view());
  const Value module = find_attribute(thread, callable, names.__module__);
  if (!module) return std::nullopt;
  std::string name = text(shown->view(), "()");
  if (module.is_unset() || module.is_none()) return name;
  Str* module_name = str(thread, module);
  if (module_name == nullptr) return std::nullopt;
  if (module_name->view() == "builtins") return name;
  return text(module_name->view(), ".", name);
}

Value begin_call_spread(Thread& thread, Value callable, Value arguments, Value keywords,
                        Delivery delivery) {
  const Value* positional = nullptr;
  uint64_t count = 0;
  if (is_exactly(arguments, Kind::Tuple)) {
    positional = arguments.as<Tuple>()->values;
    count = arguments.as<Tuple>()->count;
  } else if (is_exactly(arguments, Kind::List)) {
    // A copy: the callee must not see the list change under it.
    Tuple* copy = make_tuple(thread, arguments.as<List>()->values());
    if (copy == nullptr) return Value::error();
    positional = copy->values;
    count = copy->count;
  } else {
    const Value iterator = get_iterator(thread, arguments);
    if (!iterator) {
      const bool is_no_iterable = find_special(thread, arguments, Special::Iter).is_unset() &&
                                  find_special(thread, arguments, Special::GetItem).is_unset();
      if (is_no_iterable && clear_pending_if(thread, thread.isolate.exceptions.type_error)) {
        const auto name = callable_text(thread, callable);
        if (!name) return Value::error();
        return raise_type_error(thread, text(*name, " argument after * must be an iterable, not ",
                                             type_name(thread, arguments)));
      }
      return Value::error();
    }
    Tuple* tuple = tuple_from_iterable(thread, iterator);
    if (tuple == nullptr) return Value::error();
    positional = tuple->values;
    count = tuple->count;
  }
  if (keywords.is_unset() || keywords.as<Dict>()->count == 0) {
    return begin_call(thread, callable, positional, static_cast<uint32_t>(count), nullptr,
                      delivery);
  }
  Dict* dict = keywords.as<Dict>();
  Tuple* names = make_tuple(thread, dict->count);
  if (names == nullptr) return Value::error();
  runtime::RootedVector values(thread.isolate.heap);
  values.reserve(count + dict->count);
  for (uint64_t i = 0; i < count; ++i) values.push_back(positional[i]);
  uint64_t position = 0;
  uint64_t index = 0;
  Value key;
  Value value;
  while (dict_next(dict, position, key, value)) {
    if (!is_str(key)) return raise_type_error(thread, "keywords must be strings");
    store(names, names->values[index++], key);
    values.push_back(value);
  }
  return begin_call(thread, callable, values.data(), static_cast<uint32_t>(values.size()), names,
                    delivery);
}

}  // namespace weft
