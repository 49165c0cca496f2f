#include "interpreter/compiler/constants.h"

#include <bit>

#include "interpreter/objects/bytes.h"
#include "interpreter/objects/errors.h"
#include "interpreter/objects/list.h"
#include "interpreter/objects/numbers.h"
#include "interpreter/objects/operations.h"

namespace weft::compiler {

namespace {

uint64_t mix(uint64_t hash, uint64_t word) {
  hash = (hash ^ word) * 0xff51afd7ed558ccdu;
  return hash ^ (hash >> 32);
}

uint64_t hash_bytes(uint64_t hash, std::string_view bytes) {
  for (const char byte : bytes) hash = (hash ^ static_cast<unsigned char>(byte)) * 0x100000001b3u;
  return mix(hash, bytes.size());
}

uint64_t hash_constant(Value constant) {
  if (!constant.is_cell()) return mix(0, constant.bits());
  const auto* object = constant.as<Object>();
  const auto kind = static_cast<uint64_t>(object->kind());
  switch (object->kind()) {
    case Kind::Str:
      return mix(kind, str_hash(as_str(constant)));
    case Kind::Float:
      return mix(kind, std::bit_cast<uint64_t>(constant.as<Float>()->number));
    case Kind::Complex:
      return mix(mix(kind, std::bit_cast<uint64_t>(constant.as<Complex>()->real)),
                 std::bit_cast<uint64_t>(constant.as<Complex>()->imaginary));
    case Kind::Int: {
      const auto* number = constant.as<Int>();
      return mix(mix(kind, static_cast<uint64_t>(number->sign_and_count)), number->limbs[0]);
    }
    case Kind::Bytes:
      return hash_bytes(kind, constant.as<Bytes>()->view());
    case Kind::Tuple: {
      uint64_t hash = kind;
      for (const Value element : constant.as<Tuple>()->view()) {
        hash = mix(hash, hash_constant(element));
      }
      return hash;
    }
    default:
      return mix(kind, constant.bits());
  }
}

}  // namespace

bool same_constant(Value left, Value right) {
  if (left == right) return true;
  if (!left.is_cell() || !right.is_cell()) return false;
  const Kind kind = left.as<Object>()->kind();
  if (kind != right.as<Object>()->kind()) return false;
  switch (kind) {
    case Kind::Str:
      return as_str(left)->view() == as_str(right)->view();
    case Kind::Float:
      return std::bit_cast<uint64_t>(left.as<Float>()->number) ==
             std::bit_cast<uint64_t>(right.as<Float>()->number);
    case Kind::Complex: {
      const auto *one = left.as<Complex>(), *other = right.as<Complex>();
      return std::bit_cast<uint64_t>(one->real) == std::bit_cast<uint64_t>(other->real) &&
             std::bit_cast<uint64_t>(one->imaginary) == std::bit_cast<uint64_t>(other->imaginary);
    }
    case Kind::Int: {
      const auto *one = left.as<Int>(), *other = right.as<Int>();
      return one->sign_and_count == other->sign_and_count &&
             std::equal(one->limbs, one->limbs + std::abs(one->sign_and_count), other->limbs);
    }
    case Kind::Bytes:
      return left.as<Bytes>()->view() == right.as<Bytes>()->view();
    case Kind::Tuple: {
      const auto *one = left.as<Tuple>(), *other = right.as<Tuple>();
      if (one->count != other->count) return false;
      for (uint64_t i = 0; i < one->count; ++i) {
        if (!same_constant(one->values[i], other->values[i])) return false;
      }
      return true;
    }
    default:
      return false;
  }
}

uint32_t ConstantTable::append(Value constant) {
  values_.push_back(constant);
  return count() - 1;
}

uint32_t ConstantTable::add(Value constant) {
  if ((values_.size() + 1) * 2 > places_.size()) grow();
  const size_t mask = places_.size() - 1;
  size_t place = hash_constant(constant) & mask;
  for (; places_[place] != 0; place = (place + 1) & mask) {
    if (same_constant(values_[places_[place] - 1], constant)) return places_[place] - 1;
  }
  const uint32_t index = append(constant);
  places_[place] = index + 1;
  return index;
}

void ConstantTable::grow() {
  // Entries that were appended are entered too; that they may equal others does no harm.
  places_.assign(places_.empty() ? 32 : places_.size() * 2, 0);
  while (values_.size() * 2 >= places_.size()) places_.resize(places_.size() * 2);
  const size_t mask = places_.size() - 1;
  for (uint32_t index = 0; index < count(); ++index) {
    size_t place = hash_constant(values_[index]) & mask;
    while (places_[place] != 0) place = (place + 1) & mask;
    places_[place] = index + 1;
  }
}

namespace {

// Strings that look like identifiers are interned, as programs compare and look them up by name.
bool looks_like_identifier(const syntax::Constant* node) {
  if (!node->is_ascii || node->text.size() > 64) return false;
  for (const char byte : node->text) {
    const bool is_name_byte = (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') ||
                              (byte >= '0' && byte <= '9') || byte == '_';
    if (!is_name_byte) return false;
  }
  return true;
}

Value value_of_literal(Compilation& compilation, const syntax::Constant* node) {
  Thread& thread = compilation.thread;
  switch (node->value_kind) {
    case syntax::ConstantKind::None:
      return Value::none();
    case syntax::ConstantKind::True:
      return Value::boolean(true);
    case syntax::ConstantKind::False:
      return Value::boolean(false);
    case syntax::ConstantKind::Ellipsis:
      return Value::ellipsis();
    case syntax::ConstantKind::Int:
      return make_int(thread, node->integer);
    case syntax::ConstantKind::BigInt:
      return int_from_digits(thread, node->text, node->base);
    case syntax::ConstantKind::Float:
      return make_float(thread, node->real);
    case syntax::ConstantKind::Complex:
      return make_complex(thread, 0.0, node->real);
    case syntax::ConstantKind::Str:
      if (looks_like_identifier(node)) return Value::cell(intern(thread, node->text));
      return Value::cell(node->is_ascii ? make_ascii_str(thread, node->text)
                                        : make_str(thread, node->text));
    case syntax::ConstantKind::Bytes:
      return Value::cell(make_bytes(thread, node->text));
  }
  return {};
}

// --- Limits of folding

constexpr uint64_t MaximumIntBits = 128;
constexpr int64_t MaximumTextLength = 4096;
constexpr int64_t MaximumTupleLength = 256;
constexpr int64_t MaximumTotalElements = 1024;

// Without the sign.
uint64_t bit_length(Value number) {
  if (number.is_bool()) return number.is_true() ? 1 : 0;
  if (number.is_small_int()) {
    const int64_t value = number.as_small_int();
    const uint64_t magnitude = value < 0 ? 0 - static_cast<uint64_t>(value) : value;
    return 64 - static_cast<uint64_t>(std::countl_zero(magnitude));
  }
  const auto* big = number.as<Int>();
  const auto count = static_cast<uint64_t>(std::abs(big->sign_and_count));
  return count * 64 - static_cast<uint64_t>(std::countl_zero(big->limbs[count - 1]));
}

// Elements of nested tuples; negative when there are more than `limit`.
int64_t remaining_elements(Value constant, int64_t limit) {
  if (!is_tuple(constant)) return limit;
  limit -= static_cast<int64_t>(constant.as<Tuple>()->count);
  for (const Value element : constant.as<Tuple>()->view()) {
    if (limit < 0) return limit;
    limit = remaining_elements(element, limit);
  }
  return limit;
}

bool may_repeat(Value sequence, Value times) {
  const std::optional<int64_t> count = int_to_int64(times);
  if (!count || *count < 0) return false;
  int64_t length = 0;
  int64_t maximum = MaximumTextLength;
  if (is_str(sequence)) {
    length = as_str(sequence)->char_count;
  } else if (is_bytes(sequence)) {
    length = static_cast<int64_t>(sequence.as<Bytes>()->count);
  } else {
    length = static_cast<int64_t>(sequence.as<Tuple>()->count);
    maximum = MaximumTupleLength;
    if (length != 0 && *count > maximum / length) return false;
    return *count == 0 || remaining_elements(sequence, MaximumTotalElements / *count) >= 0;
  }
  return length == 0 || *count <= maximum / length;
}

bool is_sequence_constant(Value value) {
  return is_str(value) || is_bytes(value) || is_tuple(value);
}

bool may_fold(syntax::BinaryOperator op, Value left, Value right) {
  const bool both_ints = is_int(left) && is_int(right);
  switch (op) {
    case syntax::BinaryOperator::Mult:
      if (both_ints) return bit_length(left) + bit_length(right) <= MaximumIntBits;
      if (is_int(left) && is_sequence_constant(right)) return may_repeat(right, left);
      if (is_int(right) && is_sequence_constant(left)) return may_repeat(left, right);
      return true;
    case syntax::BinaryOperator::Pow: {
      if (!both_ints) return true;
      const std::optional<int64_t> exponent = int_to_int64(right);
      if (!exponent) return false;
      return *exponent <= 0 || bit_length(left) == 0 ||
             static_cast<uint64_t>(*exponent) <= MaximumIntBits / bit_length(left);
    }
    case syntax::BinaryOperator::LShift: {
      if (!both_ints) return true;
      const std::optional<int64_t> distance = int_to_int64(right);
      return distance && *distance >= 0 &&
             (static_cast<uint64_t>(*distance) <= MaximumIntBits &&
              bit_length(left) + static_cast<uint64_t>(*distance) <= MaximumIntBits);
    }
    case syntax::BinaryOperator::Mod:
      return !is_str(left) && !is_bytes(left);
    default:
      return true;
  }
}

weft::BinaryOperator runtime_operator(syntax::BinaryOperator op) {
  switch (op) {
    case syntax::BinaryOperator::Add:
      return weft::BinaryOperator::Add;
    case syntax::BinaryOperator::Sub:
      return weft::BinaryOperator::Sub;
    case syntax::BinaryOperator::Mult:
      return weft::BinaryOperator::Mul;
    case syntax::BinaryOperator::MatMult:
      return weft::BinaryOperator::MatMul;
    case syntax::BinaryOperator::Div:
      return weft::BinaryOperator::TrueDiv;
    case syntax::BinaryOperator::Mod:
      return weft::BinaryOperator::Mod;
    case syntax::BinaryOperator::Pow:
      return weft::BinaryOperator::Pow;
    case syntax::BinaryOperator::LShift:
      return weft::BinaryOperator::LShift;
    case syntax::BinaryOperator::RShift:
      return weft::BinaryOperator::RShift;
    case syntax::BinaryOperator::BitOr:
      return weft::BinaryOperator::Or;
    case syntax::BinaryOperator::BitXor:
      return weft::BinaryOperator::Xor;
    case syntax::BinaryOperator::BitAnd:
      return weft::BinaryOperator::And;
    case syntax::BinaryOperator::FloorDiv:
      return weft::BinaryOperator::FloorDiv;
  }
  return weft::BinaryOperator::Add;
}

// An operation that raised is not folded: it raises where and when it runs.
Value folded(Compilation& compilation, Value result) {
  if (result) return result;
  take_pending(compilation.thread);
  return Value::unset();
}

}  // namespace

Value literal_value(Compilation& compilation, const syntax::Constant* node) {
  const Value value = value_of_literal(compilation, node);
  if (!value && !compilation.failed()) compilation.fail_with_pending();
  return value;
}

Value fold_binary(Compilation& compilation, syntax::BinaryOperator op, Value left, Value right) {
  if (!may_fold(op, left, right)) return Value::unset();
  return folded(compilation, binary(compilation.thread, runtime_operator(op), left, right));
}

Value fold_unary(Compilation& compilation, syntax::UnaryOperator op, Value operand) {
  if (op == syntax::UnaryOperator::Not) {
    return Value::boolean(!is_true_constant(compilation, operand));
  }
  const auto which = op == syntax::UnaryOperator::Invert ? weft::UnaryOperator::Invert
                     : op == syntax::UnaryOperator::UAdd ? weft::UnaryOperator::Pos
                                                         : weft::UnaryOperator::Neg;
  return folded(compilation, unary(compilation.thread, which, operand));
}

Value fold_subscript(Compilation& compilation, Value value, Value index) {
  if (!is_sequence_constant(value)) return Value::unset();
  return folded(compilation, get_item(compilation.thread, value, index));
}

Value fold(Compilation& compilation, syntax::Expression* node) {
  if (!compilation.may_go_on()) return Value::unset();
  switch (node->kind) {
    case syntax::ExpressionKind::Constant: {
      const Value value = literal_value(compilation, node->as<syntax::Constant>());
      return value ? value : Value::unset();
    }
    case syntax::ExpressionKind::Tuple:
      if (node->ctx != syntax::ExpressionContext::Load) return Value::unset();
      return fold_tuple(compilation, node->as<syntax::Tuple>()->elts);
    case syntax::ExpressionKind::UnaryOp: {
      const auto* operation = node->as<syntax::UnaryOp>();
      const Value operand = fold(compilation, operation->operand);
      return operand.is_unset() ? operand : fold_unary(compilation, operation->op, operand);
    }
    case syntax::ExpressionKind::BinOp: {
      // The right side first: in a long chain it tells sooner that nothing is to be folded.
      const auto* operation = node->as<syntax::BinOp>();
      const Value right = fold(compilation, operation->right);
      if (right.is_unset()) return right;
      const Value left = fold(compilation, operation->left);
      return left.is_unset() ? left : fold_binary(compilation, operation->op, left, right);
    }
    case syntax::ExpressionKind::Subscript: {
      const auto* operation = node->as<syntax::Subscript>();
      if (node->ctx != syntax::ExpressionContext::Load) return Value::unset();
      const Value index = fold(compilation, operation->slice);
      if (index.is_unset()) return index;
      const Value value = fold(compilation, operation->value);
      return value.is_unset() ? value : fold_subscript(compilation, value, index);
    }
    case syntax::ExpressionKind::Name:
      return node->as<syntax::Name>()->id == "__debug__"
                 ? Value::boolean(compilation.optimisation == 0)
                 : Value::unset();
    default:
      return Value::unset();
  }
}

Value fold_tuple(Compilation& compilation, syntax::Expressions elements) {
  for (const syntax::Expression* element : elements) {
    switch (element->kind) {  // the quick no
      case syntax::ExpressionKind::Constant:
      case syntax::ExpressionKind::Tuple:
      case syntax::ExpressionKind::UnaryOp:
      case syntax::ExpressionKind::BinOp:
      case syntax::ExpressionKind::Subscript:
        break;
      default:
        return Value::unset();
    }
  }
  Tuple* tuple = make_tuple(compilation.thread, elements.size());
  if (tuple == nullptr) {
    compilation.fail_with_pending();
    return Value::unset();
  }
  for (size_t i = 0; i < elements.size(); ++i) {
    const Value element = fold(compilation, elements[i]);
    if (element.is_unset()) return element;
    store(tuple, tuple->values[i], element);
  }
  return Value::cell(tuple);
}

bool is_true_constant(Compilation& compilation, Value constant) {
  return truth(compilation.thread, constant) == Truth::True;
}

}  // namespace weft::compiler
