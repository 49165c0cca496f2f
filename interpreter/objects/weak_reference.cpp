#include "interpreter/objects/weak_reference.h"
#include "interpreter/objects/lost_failures.h"

#include "interpreter/objects/address_text.h"
#include "interpreter/objects/call.h"
#include "interpreter/objects/dict.h"
#include "interpreter/objects/errors.h"
#include "interpreter/objects/exception.h"
#include "interpreter/objects/generic_alias.h"
#include "interpreter/objects/isolate.h"
#include "interpreter/objects/list.h"
#include "interpreter/objects/native.h"
#include "interpreter/objects/numbers.h"
#include "interpreter/objects/operations.h"
#include "interpreter/objects/str.h"
#include "interpreter/objects/type.h"
#include "interpreter/objects/unraisable.h"
#include "interpreter/objects/unstarted_coroutines.h"
#include "interpreter/objects/weak_reference_table.h"

namespace weft {

void WeakReferenceTable::clear_dead(runtime::Heap& heap) {
  for (auto place = first.begin(); place != first.end();) {
    const bool target_is_live = heap.is_live(place->first);
    WeakReference* kept = nullptr;
    for (WeakReference* reference = place->second; reference != nullptr;) {
      WeakReference* next = reference->next;
      if (heap.is_live(reference)) {
        if (target_is_live) {
          reference->next = kept;
          kept = reference;
        } else {
          reference->target = nullptr;
          reference->next = nullptr;
          if (!reference->callback.is_none()) due.push_back(reference);
        }
      }
      reference = next;
    }
    if (kept == nullptr) {
      place = first.erase(place);
    } else {
      place->second = kept;
      ++place;
    }
  }
}

namespace {

WeakReference* link(Thread& thread, Type* type, Object* target, Value callback) {
  auto* reference = new_instance<WeakReference>(thread, type);
  if (reference == nullptr) return nullptr;
  reference->target = target;
  reference->callback = callback;
  reference->hash = 0;
  reference->has_hash = false;
  WeakReference*& head = thread.isolate.weak_references->first[target];
  reference->next = head;
  head = reference;
  return reference;
}

// A reference of exactly `type` without callback, if there is one.
WeakReference* find_plain(Thread& thread, const Object* target, const Type* type) {
  const auto& first = thread.isolate.weak_references->first;
  const auto found = first.find(target);
  if (found == first.end()) return nullptr;
  for (WeakReference* link = found->second; link != nullptr; link = link->next)
    if (link->type() == type && link->callback.is_none()) return link;
  return nullptr;
}

bool check_target(Thread& thread, Value target) {
  if (target.is_cell() && class_of(thread, target)->instances_have_weakrefs) return true;
  raise_type_error(
      thread, text("cannot create weak reference to '", type_name(thread, target), "' object"));
  return false;
}

WeakReference* self_of(Arguments arguments) { return arguments[0].as<WeakReference>(); }

Value target_or_none(const WeakReference* reference) {
  return reference->target == nullptr ? Value::none() : Value::cell(reference->target);
}

Value reference_new(Thread& thread, Arguments arguments) {
  Type* type = as_type(arguments[0]);
  if (!check_target(thread, arguments[1])) return Value::error();
  auto* target = arguments[1].as<Object>();
  if (arguments[2].is_none() && type == thread.isolate.types.weak_reference)
    if (WeakReference* known = find_plain(thread, target, type)) return Value::cell(known);
  return Value::cell(link(thread, type, target, arguments[2]));
}

Value reference_init(Thread&, Arguments) { return Value::none(); }

Value reference_call(Thread&, Arguments arguments) { return target_or_none(self_of(arguments)); }

Value reference_repr(Thread& thread, Arguments arguments) {
  const WeakReference* self = self_of(arguments);
  const std::string at = address_text(self);
  if (self->target == nullptr)
    return Value::cell(make_str(thread, text("<weakref at ", at, "; dead>")));
  const Value target = Value::cell(self->target);
  const Value name = find_attribute(thread, target, thread.isolate.names.__name__);
  if (!name) return name;
  std::string shown =
      text("<weakref at ", at, "; to '", type_name(thread, target), "' at ", address_text(target));
  if (is_str(name)) shown += text(" (", as_str(name)->view(), ")");
  return Value::cell(make_str(thread, shown + ">"));
}

Value reference_hash(Thread& thread, Arguments arguments) {
  WeakReference* self = self_of(arguments);
  if (!self->has_hash) {
    if (self->target == nullptr) return raise_type_error(thread, "weak object has gone away");
    const auto found = hash(thread, Value::cell(self->target));
    if (!found) return Value::error();
    self->hash = *found;
    self->has_hash = true;
  }
  return make_int(thread, self->hash);
}

template <CompareOperator Op>
Value reference_compare(Thread& thread, Arguments arguments) {
  if (!is_kind(arguments[1], Kind::WeakReference)) return Value::not_implemented();
  const WeakReference* left = self_of(arguments);
  const auto* right = arguments[1].as<WeakReference>();
  // Dead references are equal to themselves only.
  if (left->target == nullptr || right->target == nullptr)
    return Value::boolean((left == right) == (Op == CompareOperator::Eq));
  return compare(thread, Op, Value::cell(left->target), Value::cell(right->target));
}

Value reference_class_getitem(Thread& thread, Arguments arguments) {
  return make_generic_alias(thread, arguments[0], arguments[1]);
}

Value get_callback(Thread&, Value self) {
  const auto* reference = self.as<WeakReference>();
  return reference->target == nullptr ? Value::none() : reference->callback;
}

constexpr NativeMethod methods[] = {
    {"__new__", "(cls, object, callback=None, /)", "Create a weak reference.", reference_new},
    {"__init__", "(self, object, callback=None, /)", "Does nothing.", reference_init},
    {"__call__", "(self, /)", "Return the object, or None when it is gone.", reference_call},
    {"__repr__", "(self, /)", "Return repr(self).", reference_repr},
    {"__hash__", "(self, /)", "Return hash(self).", reference_hash},
    {"__eq__", "(self, value, /)", "Return self==value.", reference_compare<CompareOperator::Eq>},
    {"__ne__", "(self, value, /)", "Return self!=value.", reference_compare<CompareOperator::Ne>},
    {"__class_getitem__", "(cls, item, /)", "Return the class parameterised by item.",
     reference_class_getitem},
};
constexpr NativeAttribute attributes[] = {
    {"__callback__", "What is called when the object goes.", get_callback, nullptr,
     AttributeForm::Member},
};

// --- What collections leave to do ---------------------------------------------------------------

void run_callback(Thread& thread, WeakReference* reference) {
  if (!call(thread, reference->callback, {Value::cell(reference)}))
    report_unraisable(thread, reference->callback);
}

void run_finalizer(Thread& thread, Object* object) {
  const Value receiver = Value::cell(object);
  if (object->kind() == Kind::Coroutine)
    warn_never_awaited(thread, static_cast<Generator*>(object));
  if (object->kind() == Kind::Fiber) report_lost_failure(thread, static_cast<Fiber*>(object));
  const Value method = find_special(thread, receiver, Special::Del);
  if (method.is_unset()) return;
  if (!call_raw(thread, method, receiver, {}, nullptr)) report_unraisable(thread, method);
}

}  // namespace

WeakReference* make_weak_reference(Thread& thread, Object* target) {
  Type* type = thread.isolate.types.weak_reference;
  if (WeakReference* known = find_plain(thread, target, type)) return known;
  return link(thread, type, target, Value::none());
}

Value make_weak_proxy(Thread& thread, Object* target, Value callback) {
  if (!check_target(thread, Value::cell(target))) return Value::error();
  Type* type = thread.isolate.types.weak_proxy;
  if (callback.is_none())
    if (WeakReference* known = find_plain(thread, target, type)) return Value::cell(known);
  return Value::cell(link(thread, type, target, callback));
}

uint32_t count_weak_references(Thread& thread, Object* target) {
  const auto& first = thread.isolate.weak_references->first;
  const auto found = first.find(target);
  uint32_t count = 0;
  if (found != first.end())
    for (const WeakReference* link = found->second; link != nullptr; link = link->next) ++count;
  return count;
}

List* list_weak_references(Thread& thread, Object* target) {
  List* list = make_list(thread);
  if (list == nullptr) return nullptr;
  const auto& first = thread.isolate.weak_references->first;
  const auto found = first.find(target);
  if (found == first.end()) return list;
  for (WeakReference* link = found->second; link != nullptr; link = link->next)
    if (!list_append(thread, list, Value::cell(link))) return nullptr;
  return list;
}

bool has_pending_finalizers(Thread& thread) {
  return !thread.isolate.weak_references->due.empty() || thread.isolate.heap.has_finalizable();
}

void run_pending_finalizers(Thread& thread) {
  if (thread.running_finalizers) return;
  thread.running_finalizers = true;
  // They run between two instructions of a program that may be handling or raising something.
  Exception* pending = thread.pending;
  Exception* handled = thread.handled;
  thread.pending = nullptr;
  thread.handled = nullptr;
  std::vector<WeakReference*>& due = thread.isolate.weak_references->due;
  while (!due.empty()) {
    WeakReference* reference = due.back();
    due.pop_back();
    run_callback(thread, reference);
  }
  while (Cell* cell = thread.isolate.heap.take_finalizable())
    run_finalizer(thread, static_cast<Object*>(cell));
  thread.pending = pending;
  thread.handled = handled;
  thread.running_finalizers = false;
}

void run_all_finalizers(Thread& thread) {
  Isolate& isolate = thread.isolate;
  isolate.unstarted_coroutines->register_all(isolate.heap);
  isolate.heap.make_all_finalizable_due();
  run_pending_finalizers(thread);
}

const TypeSpec weak_reference_type_spec = {
    .name = "ReferenceType",
    .module = "weakref",
    .doc = "A reference that does not keep its object alive.",
    .instance_kind = Kind::WeakReference,
    .instance_size = sizeof(WeakReference),
    .is_base_type = true,
    .instances_have_dict = false,
    .methods = methods,
    .attributes = attributes,
};

}  // namespace weft
