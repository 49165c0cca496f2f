// BaseException: what all exceptions can do.
#include "interpreter/objects/dict.h"
#include "interpreter/objects/errors.h"
#include "interpreter/objects/exception_fields.h"
#include "interpreter/objects/isolate.h"
#include "interpreter/objects/list.h"
#include "interpreter/objects/shape.h"
#include "interpreter/objects/str.h"
#include "interpreter/objects/type.h"

namespace weft {
namespace {

Exception* self_of(Arguments arguments) { return arguments[0].as<Exception>(); }

Tuple* args_of(Thread& thread, std::span<const Value> values) {
  return values.empty() ? thread.isolate.empty_tuple : make_tuple(thread, values);
}

// Both take what comes: a dict of keywords that hardly ever are there would cost more than the
// exception.
Value exception_new(Thread& thread, std::span<const Value> values, Tuple* keyword_names) {
  const size_t keywords = keyword_names == nullptr ? 0 : keyword_names->count;
  return Value::cell(make_bare_exception(thread, as_type(values[0]),
                                         values.subspan(1, values.size() - 1 - keywords)));
}

Value exception_init(Thread& thread, std::span<const Value> values, Tuple* keyword_names) {
  auto* self = values[0].as<Exception>();
  if (keyword_names != nullptr && keyword_names->count != 0)
    return raise_type_error(thread,
                            text(self->type()->name->view(), "() takes no keyword arguments"));
  Tuple* args = args_of(thread, values.subspan(1));
  if (args == nullptr) return Value::error();
  store(self, self->args, args);
  return Value::none();
}

bool is_native_with(Value method, RawNativeCode code) {
  return is_kind(method, Kind::NativeFunction) &&
         method.as<NativeFunction>()->declaration->raw_code == code;
}

Value exception_repr(Thread& thread, Arguments arguments) {
  Exception* self = self_of(arguments);
  const std::string_view name = self->type()->name->view();
  if (self->args->count == 1) {
    Str* shown = repr(thread, self->args->values[0]);
    if (shown == nullptr) return Value::error();
    return Value::cell(make_str(thread, text(name, "(", shown->view(), ")")));
  }
  Str* shown = repr(thread, Value::cell(self->args));
  if (shown == nullptr) return Value::error();
  return Value::cell(make_str(thread, text(name, shown->view())));
}

Value exception_str(Thread& thread, Arguments arguments) {
  const Tuple* args = self_of(arguments)->args;
  if (args->count == 0) return Value::cell(thread.isolate.empty_str);
  return Value::cell(str(thread, args->count == 1 ? args->values[0] : Value::cell(args)));
}

Value exception_reduce(Thread& thread, Arguments arguments) {
  Exception* self = self_of(arguments);
  const Value type = Value::cell(self->type());
  const Value args = Value::cell(self->args);
  Dict* attributes = copy_instance_dict(thread, self);
  if (attributes == nullptr) return Value::error();
  if (attributes->count == 0) {
    const Value pair[] = {type, args};
    return Value::cell(make_tuple(thread, pair));
  }
  const Value triple[] = {type, args, Value::cell(attributes)};
  return Value::cell(make_tuple(thread, triple));
}

Value exception_setstate(Thread& thread, Arguments arguments) {
  if (arguments[1].is_none()) return Value::none();
  if (!is_dict(arguments[1])) return raise_type_error(thread, "state is not a dictionary");
  uint64_t position = 0;
  Value key;
  Value value;
  while (dict_next(arguments[1].as<Dict>(), position, key, value)) {
    if (!is_str(key)) return raise_type_error(thread, "attribute name must be string");
    Str* name = intern(thread, as_str(key));
    if (name == nullptr || !set_attribute(thread, arguments[0], name, value)) return Value::error();
  }
  return Value::none();
}

bool set_traceback(Thread& thread, Value self, Value value) {
  auto* exception = self.as<Exception>();
  if (value.is_unset()) {
    raise_type_error(thread, "__traceback__ may not be deleted");
    return false;
  }
  if (!value.is_none() && !is_kind(value, Kind::Traceback)) {
    raise_type_error(thread, "__traceback__ must be a traceback or None");
    return false;
  }
  store(exception, exception->traceback, value.is_none() ? nullptr : value.as<Traceback>());
  return true;
}

Value exception_with_traceback(Thread& thread, Arguments arguments) {
  return set_traceback(thread, arguments[0], arguments[1]) ? arguments[0] : Value::error();
}

Value exception_add_note(Thread& thread, Arguments arguments) {
  if (!is_str(arguments[1]))
    return raise_type_error(
        thread, text("note must be a str, not '", type_name(thread, arguments[1]), "'"));
  Str* name = thread.isolate.names.__notes__;
  Value notes = find_attribute(thread, arguments[0], name);
  if (!notes) return Value::error();
  if (notes.is_unset()) {
    notes = Value::cell(make_list(thread));
    if (!notes || !set_attribute(thread, arguments[0], name, notes)) return Value::error();
  }
  if (!is_list(notes)) return raise_type_error(thread, "Cannot add note: __notes__ is not a list");
  return list_append(thread, notes.as<List>(), arguments[1]) ? Value::none() : Value::error();
}

Value get_args(Thread&, Value self) { return Value::cell(self.as<Exception>()->args); }

bool set_args(Thread& thread, Value self, Value value) {
  if (value.is_unset()) {
    raise_type_error(thread, "args may not be deleted");
    return false;
  }
  Tuple* args = tuple_from_iterable(thread, value);
  if (args == nullptr) return false;
  auto* exception = self.as<Exception>();
  store(exception, exception->args, args);
  return true;
}

Value cell_or_none(const Cell* cell) { return cell == nullptr ? Value::none() : Value::cell(cell); }

Value get_traceback(Thread&, Value self) { return cell_or_none(self.as<Exception>()->traceback); }
Value get_context(Thread&, Value self) { return cell_or_none(self.as<Exception>()->context); }
Value get_cause(Thread&, Value self) { return cell_or_none(self.as<Exception>()->cause); }
Value get_suppress_context(Thread&, Value self) {
  return Value::boolean(self.as<Exception>()->suppress_context);
}

// Null with `failed` set when `value` may not stand there.
Exception* linked_exception(Thread& thread, Value value, std::string_view attribute,
                            std::string_view role, bool& failed) {
  failed = false;
  if (value.is_none()) return nullptr;
  if (is_exception(value)) return value.as<Exception>();
  failed = true;
  raise_type_error(thread, value.is_unset() ? text(attribute, " may not be deleted")
                                            : text("exception ", role,
                                                   " must be None or derive from BaseException"));
  return nullptr;
}

bool assign_context(Thread& thread, Value self, Value value) {
  bool failed;
  Exception* context = linked_exception(thread, value, "__context__", "context", failed);
  if (!failed) store(self.as_cell(), self.as<Exception>()->context, context);
  return !failed;
}

bool assign_cause(Thread& thread, Value self, Value value) {
  bool failed;
  Exception* cause = linked_exception(thread, value, "__cause__", "cause", failed);
  if (!failed) set_cause(self.as<Exception>(), cause);
  return !failed;
}

bool assign_suppress_context(Thread& thread, Value self, Value value) {
  if (!value.is_bool()) {
    raise_type_error(thread, value.is_unset() ? "can't delete numeric/char attribute"
                                              : "attribute value type must be bool");
    return false;
  }
  self.as<Exception>()->suppress_context = value.is_true();
  return true;
}

}  // namespace

Exception* make_bare_exception(Thread& thread, Type* type, std::span<const Value> values) {
  Tuple* args = args_of(thread, values);
  return args == nullptr ? nullptr : make_bare_exception(thread, type, args);
}

Exception* make_bare_exception(Thread& thread, Type* type, Tuple* args) {
  auto* exception = new_instance<Exception>(thread, type);
  if (exception == nullptr) return nullptr;
  exception->args = args;
  exception->traceback = nullptr;
  exception->cause = nullptr;
  exception->context = nullptr;
  exception->suppress_context = false;
  return exception;
}

bool is_made_as_base_exception(const Type* type) {
  return is_native_with(type->specials[static_cast<int>(Special::New)], exception_new);
}

bool is_initialised_as_base_exception(const Type* type) {
  return is_native_with(type->specials[static_cast<int>(Special::Init)], exception_init);
}

const NativeMethod base_exception_methods[8] = {
    {"__new__", "(cls, /, *args, **kwargs)", "Create an exception.", nullptr, exception_new},
    {"__init__", "(self, /, *args, **kwargs)", "Set the arguments.", nullptr, exception_init},
    {"__repr__", "(self, /)", "Return repr(self).", exception_repr},
    {"__str__", "(self, /)", "Return str(self).", exception_str},
    {"__reduce__", "(self, /)", "Return what copying and pickling need.", exception_reduce},
    {"__setstate__", "(self, state, /)", "Set attributes from a dictionary.", exception_setstate},
    {"with_traceback", "(self, tb, /)", "Set __traceback__ and return the exception.",
     exception_with_traceback},
    {"add_note", "(self, note, /)", "Add a text that is shown below the message.",
     exception_add_note},
};

const NativeAttribute base_exception_attributes[5] = {
    {"args", "The arguments the exception was made with.", get_args, set_args},
    {"__traceback__", "Where it was raised, or None.", get_traceback, set_traceback},
    {"__context__", "The exception being handled when it was raised, or None.", get_context,
     assign_context},
    {"__cause__", "The exception given by `raise ... from`, or None.", get_cause, assign_cause},
    {"__suppress_context__", "Whether tracebacks leave out the context.", get_suppress_context,
     assign_suppress_context, AttributeForm::Member},
};

}  // namespace weft
