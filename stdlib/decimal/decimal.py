"""Decimal numbers of any precision, as the General Decimal Arithmetic Specification has them.

A number is a sign, an integer coefficient and an exponent, or something special: an infinity, a
quiet or a signalling NaN. Operations compute exactly, or with some digits more than are wanted, and
_fix() rounds to the context.
"""

import math as _math
import numbers as _numbers
import sys as _sys
from collections import namedtuple as _namedtuple

from _decimal_context import *
from _decimal_context import (
    BasicContext, Clamped, Context, ConversionSyntax, DecimalException, DefaultContext,
    DivisionByZero, DivisionImpossible, DivisionUndefined, ExtendedContext, FloatOperation, Inexact,
    InvalidContext, InvalidOperation, Overflow, Rounded, Subnormal, Underflow, getcontext,
    localcontext, setcontext)
from _decimal_functions import _count, _shortened
from _decimal_text import format_number, parse_text, text_of

__all__ = ['Decimal', 'Context', 'DecimalTuple', 'DefaultContext', 'BasicContext',
           'ExtendedContext', 'DecimalException', 'Clamped', 'InvalidOperation', 'DivisionByZero',
           'Inexact', 'Rounded', 'Subnormal', 'Overflow', 'Underflow', 'FloatOperation',
           'DivisionImpossible', 'InvalidContext', 'ConversionSyntax', 'DivisionUndefined',
           'ROUND_DOWN', 'ROUND_HALF_UP', 'ROUND_HALF_EVEN', 'ROUND_CEILING', 'ROUND_FLOOR',
           'ROUND_UP', 'ROUND_HALF_DOWN', 'ROUND_05UP', 'setcontext', 'getcontext', 'localcontext',
           'MAX_PREC', 'MAX_EMAX', 'MIN_EMIN', 'MIN_ETINY', 'HAVE_THREADS', 'HAVE_CONTEXTVAR']
__version__ = '1.70'
__libmpdec_version__ = '2.5.1'
HAVE_THREADS = HAVE_CONTEXTVAR = True

DecimalTuple = _namedtuple('DecimalTuple', 'sign digits exponent')
_FINITE, _INFINITE, _QUIET, _SIGNALLING = range(4)


def _make(sign, coefficient, exponent):
    self = object.__new__(Decimal)
    self._sign = sign
    self._int = coefficient
    self._exp = exponent
    self._kind = _FINITE
    return self


def _special(sign, kind, payload=0):
    self = object.__new__(Decimal)
    self._sign = sign
    self._int = payload
    self._exp = 0
    self._kind = kind
    return self


class Decimal:
    """A decimal number; cannot be changed."""

    __slots__ = ('_sign', '_int', '_exp', '_kind', '__weakref__')

    def __new__(cls, value='0', context=None):
        if type(value) is int or isinstance(value, int):
            self = _make(int(value < 0), abs(int(value)), 0)
        elif isinstance(value, str):
            parsed = parse_text(value.strip().replace('_', ''))
            if parsed is None:
                context = context or getcontext()
                return context._signal(ConversionSyntax, _special(0, _QUIET))
            self = object.__new__(Decimal)
            self._sign, self._int, self._exp, self._kind = parsed
        elif isinstance(value, Decimal):
            if cls is Decimal and type(value) is Decimal:
                return value
            self = value._copy()
        elif isinstance(value, float):
            context = context or getcontext()
            context._signal(FloatOperation, None)
            self = Decimal.from_float(value)
        elif isinstance(value, (tuple, list)):
            self = cls._from_tuple(value)
        else:
            raise TypeError('conversion from %s to Decimal is not supported'
                            % type(value).__name__)
        return self if cls is Decimal else self._copy(cls)

    def _copy(self, cls=None):
        made = object.__new__(cls or Decimal)
        made._sign, made._int, made._exp, made._kind = (self._sign, self._int, self._exp,
                                                       self._kind)
        return made

    @staticmethod
    def _from_tuple(value):
        if len(value) != 3:
            raise ValueError('argument must be a sequence of length 3')
        sign, digits, exponent = value
        if not isinstance(sign, int) or sign not in (0, 1):
            raise ValueError('sign must be an integer with the value 0 or 1')
        if exponent == 'F':
            return _special(sign, _INFINITE)
        number = 0
        for digit in digits:
            if not isinstance(digit, int) or not 0 <= digit <= 9:
                raise ValueError('coefficient must be a tuple of digits')
            number = number * 10 + digit
        if exponent in ('n', 'N'):
            return _special(sign, _QUIET if exponent == 'n' else _SIGNALLING, number)
        if not isinstance(exponent, int):
            raise ValueError("string argument in the third position must be 'F', 'n' or 'N'"
                             if isinstance(exponent, str) else 'exponent must be an integer')
        return _make(sign, number, exponent)

    @classmethod
    def from_float(cls, f):
        """The exact value of a float."""
        if isinstance(f, int):
            self = _make(int(f < 0), abs(int(f)), 0)
        elif not isinstance(f, float):
            raise TypeError('argument must be int or float')
        elif _math.isnan(f):
            self = _special(int(_math.copysign(1, f) < 0), _QUIET)
        elif _math.isinf(f):
            self = _special(int(f < 0), _INFINITE)
        else:
            numerator, denominator = abs(f).as_integer_ratio()
            twos = denominator.bit_length() - 1
            self = _make(int(_math.copysign(1, f) < 0), numerator * 5 ** twos, -twos)
        return self if cls is Decimal else cls(self)

    # --- Parts

    @property
    def _is_special(self):
        return self._kind != _FINITE

    @property
    def _digits(self):
        return str(self._int) if self._int else ''

    def as_tuple(self):
        """(sign, digits, exponent)."""
        if self._kind == _INFINITE:
            return DecimalTuple(self._sign, (0,), 'F')
        if self._kind != _FINITE:
            return DecimalTuple(self._sign, tuple(map(int, self._digits)),
                                'n' if self._kind == _QUIET else 'N')
        return DecimalTuple(self._sign, tuple(map(int, text_of(self._int))), self._exp)

    def as_integer_ratio(self):
        """(numerator, denominator) of the exact value."""
        if self._kind == _INFINITE:
            raise OverflowError('cannot convert Infinity to integer ratio')
        if self._kind != _FINITE:
            raise ValueError('cannot convert NaN to integer ratio')
        number = -self._int if self._sign else self._int
        if self._exp >= 0:
            return number * 10 ** self._exp, 1
        unit = 10 ** -self._exp
        common = _math.gcd(number, unit)
        return number // common, unit // common

    def adjusted(self):
        """The exponent of the first digit."""
        return self._exp + _count(self._int) - 1 if self._kind == _FINITE else 0

    def radix(self):
        """Decimal(10)."""
        return _make(0, 10, 0)

    def canonical(self):
        """The number itself."""
        return self

    def is_canonical(self):
        return True

    def is_finite(self):
        return self._kind == _FINITE

    def is_infinite(self):
        return self._kind == _INFINITE

    def is_nan(self):
        return self._kind >= _QUIET

    def is_qnan(self):
        return self._kind == _QUIET

    def is_snan(self):
        return self._kind == _SIGNALLING

    def is_signed(self):
        return bool(self._sign)

    def is_zero(self):
        return self._kind == _FINITE and not self._int

    def is_normal(self, context=None):
        context = context or getcontext()
        return bool(self._kind == _FINITE and self._int and self.adjusted() >= context.Emin)

    def is_subnormal(self, context=None):
        context = context or getcontext()
        return bool(self._kind == _FINITE and self._int and self.adjusted() < context.Emin)

    def number_class(self, context=None):
        """'+Normal' and the like."""
        if self._kind >= _QUIET:
            return 'NaN' if self._kind == _QUIET else 'sNaN'
        sign = '-' if self._sign else '+'
        if self._kind == _INFINITE:
            return sign + 'Infinity'
        if not self._int:
            return sign + 'Zero'
        return sign + ('Subnormal' if self.is_subnormal(context) else 'Normal')

    # --- Text and conversions

    def __str__(self):
        return format_number(self, getcontext().capitals)

    def __repr__(self):
        return f"Decimal('{self}')"

    def to_eng_string(self, context=None):
        """Text whose exponent is a multiple of three."""
        return format_number(self, (context or getcontext()).capitals, True)

    def to_sci_string(self):
        return str(self)

    def __format__(self, specifier, context=None):
        from _decimal_text import format_by_specifier
        return format_by_specifier(self, specifier, context or getcontext(), _shortened)

    def __reduce__(self):
        return self.__class__, (str(self),)

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self

    def __bool__(self):
        return self._kind != _FINITE or self._int != 0

    def __int__(self):
        if self._kind != _FINITE:
            if self._kind == _INFINITE:
                raise OverflowError('cannot convert Infinity to integer')
            raise ValueError('cannot convert NaN to integer')
        number = (self._int * 10 ** self._exp if self._exp >= 0
                  else self._int // 10 ** -self._exp)
        return -number if self._sign else number

    __trunc__ = __int__

    def __float__(self):
        if self._kind == _SIGNALLING:
            raise ValueError('cannot convert signaling NaN to float')
        if self._kind == _QUIET:
            return -float('nan') if self._sign else float('nan')
        return float(str(self))

    def __complex__(self):
        return complex(float(self))

    @property
    def real(self):
        return self

    @property
    def imag(self):
        return _make(0, 0, 0)

    def conjugate(self):
        return self

    def _whole(self, rounding):
        if self._kind != _FINITE:
            return int(self)
        if self._exp >= 0:
            return int(self)
        number = _shortened(self._int, -self._exp, rounding, self._sign)[0]
        return -number if self._sign else number

    def __floor__(self):
        return self._whole('ROUND_FLOOR')

    def __ceil__(self):
        return self._whole('ROUND_CEILING')

    def __round__(self, n=None):
        if n is None:
            if self._kind == _INFINITE:
                raise OverflowError('cannot convert Infinity to integer')
            if self._kind != _FINITE:
                raise ValueError('cannot convert NaN to integer')
            return self._whole('ROUND_HALF_EVEN')
        if not isinstance(n, int):
            raise TypeError("optional arg must be an integer")
        return self.quantize(_make(0, 1, -n), 'ROUND_HALF_EVEN')

    def __hash__(self):
        if self._kind == _SIGNALLING:
            raise TypeError('Cannot hash a signaling NaN value')
        if self._kind == _QUIET:
            return object.__hash__(self)
        if self._kind == _INFINITE:
            return -_sys.hash_info.inf if self._sign else _sys.hash_info.inf
        modulus = _sys.hash_info.modulus
        if self._exp >= 0:
            factor = pow(10, self._exp, modulus)
        else:
            factor = pow(pow(10, modulus - 2, modulus), -self._exp, modulus)
        result = self._int * factor % modulus
        result = -result if self._sign else result
        return -2 if result == -1 else result

    # --- Rounding to the context

    def _fix(self, context):
        if self._kind != _FINITE:
            if self._kind >= _QUIET and _count(self._int) > context.prec - context.clamp:
                return _special(self._sign, self._kind,
                                self._int % 10 ** (context.prec - context.clamp))
            return self
        tiny, top = context.Etiny(), context.Etop()
        if not self._int:
            highest = top if context.clamp else context.Emax
            exponent = min(max(self._exp, tiny), highest)
            if exponent != self._exp:
                context._signal(Clamped, None)
                return _make(self._sign, 0, exponent)
            return self
        digits = _count(self._int)
        least = digits + self._exp - context.prec
        if least > top:
            return self._overflow(context)
        is_subnormal = least < tiny
        if is_subnormal:
            least = tiny
        if self._exp < least:
            number, inexact = _shortened(self._int, least - self._exp, context.rounding,
                                         self._sign)
            exponent = least
            if _count(number) > context.prec:
                number //= 10
                exponent += 1
            if exponent > top:
                return self._overflow(context)
            result = _make(self._sign, number, exponent)
            if inexact and is_subnormal:
                context._signal(Underflow, None)
            if is_subnormal:
                context._signal(Subnormal, None)
            if inexact:
                context._signal(Inexact, None)
            context._signal(Rounded, None)
            if not number:
                context._signal(Clamped, None)
            return result
        if is_subnormal:
            context._signal(Subnormal, None)
        if context.clamp and self._exp > top:
            context._signal(Clamped, None)
            return _make(self._sign, self._int * 10 ** (self._exp - top), top)
        return self

    def _overflow(self, context):
        rounding = context.rounding
        to_infinity = rounding in ('ROUND_UP', 'ROUND_HALF_UP', 'ROUND_HALF_EVEN',
                                   'ROUND_HALF_DOWN') or (
            rounding == 'ROUND_CEILING' and not self._sign
            or rounding == 'ROUND_FLOOR' and self._sign)
        result = (_special(self._sign, _INFINITE) if to_infinity else
                  _make(self._sign, 10 ** context.prec - 1, context.Etop()))
        flags = context.flags
        for signal in (Inexact, Rounded):
            dict.__setitem__(flags, signal, True)
        dict.__setitem__(flags, Overflow, True)
        if context.traps[Overflow]:
            raise Overflow([Overflow])
        for signal in (Inexact, Rounded):
            context._signal(signal, None)
        return result

    def _nan_of(self, context, *others):
        # The NaN an operation gives because an operand is one; None if none is.
        for each in (self, *others):
            if each._kind == _SIGNALLING:
                quiet = _special(each._sign, _QUIET, each._int)._fix(context)
                return context._signal(InvalidOperation, quiet)
        for each in (self, *others):
            if each._kind == _QUIET:
                return each._fix(context)
        return None

    def _in_context(self, name, others, context):
        """The method `name` of contexts."""
        simple = {'add': '_add', 'subtract': '_subtract', 'multiply': '_multiply',
                  'divide': '_divide', 'divide_int': '_divide_int', 'remainder': '_remainder',
                  'divmod': '_divmod', 'plus': '_plus', 'minus': '_minus', 'abs': '_abs'}
        if name in simple:
            return getattr(self, simple[name])(*others, context)
        if name in ('copy_abs', 'copy_negate', 'is_nan', 'is_zero', 'is_signed', 'is_finite',
                    'is_infinite', 'to_sci_string'):
            return getattr(self, name)(*others)
        return getattr(self, name)(*others, context=context)

    # --- Signs

    def copy_abs(self):
        """The number without its sign; nothing is rounded."""
        made = self._copy()
        made._sign = 0
        return made

    def copy_negate(self):
        """The number with the other sign; nothing is rounded."""
        made = self._copy()
        made._sign = 1 - self._sign
        return made

    def copy_sign(self, other, context=None):
        """The number with another's sign; nothing is rounded."""
        other = _operand(other, True)
        made = self._copy()
        made._sign = other._sign
        return made

    def _plus(self, context):
        nan = self._nan_of(context)
        if nan is not None:
            return nan
        if not self and self._kind == _FINITE and context.rounding != 'ROUND_FLOOR':
            return self.copy_abs()._fix(context)
        return self._fix(context)

    def _minus(self, context):
        nan = self._nan_of(context)
        if nan is not None:
            return nan
        if not self and context.rounding != 'ROUND_FLOOR':
            return self.copy_abs()._fix(context)
        return self.copy_negate()._fix(context)

    def _abs(self, context):
        return self._minus(context) if self._sign else self._plus(context)

    def __pos__(self):
        return self._plus(getcontext())

    def __neg__(self):
        return self._minus(getcontext())

    def __abs__(self):
        return self._abs(getcontext())

    # --- Arithmetic

    def _add(self, other, context):
        if self._kind or other._kind:
            nan = self._nan_of(context, other)
            if nan is not None:
                return nan
            if self._kind == _INFINITE:
                if other._kind == _INFINITE and self._sign != other._sign:
                    return context._signal(InvalidOperation, _special(0, _QUIET))
                return self
            return other
        exponent = min(self._exp, other._exp)
        floor_zero = int(context.rounding == 'ROUND_FLOOR' and self._sign != other._sign)
        if not self._int and not other._int:
            sign = floor_zero or min(self._sign, other._sign)
            return _make(sign, 0, exponent)._fix(context)
        left, right = self, other
        # A number far below the other's digits counts only as "not zero".
        for great, small in ((self, other), (other, self)):
            if not great._int or not small._int:
                continue
            limit = great.adjusted() - context.prec - 2
            if small.adjusted() < limit and small.adjusted() < great._exp - 1:
                tiny = _make(small._sign, 1, min(limit, great._exp - 2))
                left, right = (great, tiny)
                exponent = tiny._exp
                break
        total = left._scaled(exponent) + right._scaled(exponent)
        if not total:
            return _make(floor_zero, 0, exponent)._fix(context)
        return _make(int(total < 0), abs(total), exponent)._fix(context)

    def _scaled(self, exponent):
        number = self._int * 10 ** (self._exp - exponent) if self._int else 0
        return -number if self._sign else number

    def _subtract(self, other, context):
        if self._kind >= _QUIET or other._kind >= _QUIET:
            return self._nan_of(context, other)
        return self._add(other.copy_negate(), context)

    def _multiply(self, other, context):
        sign = self._sign ^ other._sign
        if self._kind or other._kind:
            nan = self._nan_of(context, other)
            if nan is not None:
                return nan
            if not self or not other:
                return context._signal(InvalidOperation, _special(0, _QUIET))
            return _special(sign, _INFINITE)
        return _make(sign, self._int * other._int, self._exp + other._exp)._fix(context)

    def _divide(self, other, context):
        sign = self._sign ^ other._sign
        if self._kind or other._kind:
            nan = self._nan_of(context, other)
            if nan is not None:
                return nan
            if self._kind == _INFINITE:
                if other._kind == _INFINITE:
                    return context._signal(InvalidOperation, _special(0, _QUIET))
                return _special(sign, _INFINITE)
            context._signal(Clamped, None)
            return _make(sign, 0, context.Etiny())
        if not other._int:
            if not self._int:
                return context._signal(DivisionUndefined, _special(0, _QUIET))
            return context._signal(DivisionByZero, _special(sign, _INFINITE))
        ideal = self._exp - other._exp
        if not self._int:
            return _make(sign, 0, ideal)._fix(context)
        shift = _count(other._int) - _count(self._int) + context.prec + 1
        exponent = ideal - shift
        if shift >= 0:
            quotient, rest = divmod(self._int * 10 ** shift, other._int)
        else:
            quotient, rest = divmod(self._int, other._int * 10 ** -shift)
        if rest:
            # The digit that is cut off must say that more follows.
            if quotient % 5 == 0:
                quotient += 1
        else:
            while exponent < ideal and quotient % 10 == 0:
                quotient //= 10
                exponent += 1
        return _make(sign, quotient, exponent)._fix(context)

    def _parts(self, other, context):
        # (quotient without fraction, remainder) of finite numbers, or None: too many digits.
        sign = self._sign ^ other._sign
        ideal = min(self._exp, other._exp)
        difference = self.adjusted() - other.adjusted()
        if not self._int or difference <= -2:
            return _make(sign, 0, 0), self._rescaled(ideal, context.rounding)
        if difference <= context.prec:
            left = self._int * 10 ** (self._exp - ideal)
            right = other._int * 10 ** (other._exp - ideal)
            quotient, rest = divmod(left, right)
            if quotient < 10 ** context.prec:
                return _make(sign, quotient, 0), _make(self._sign, rest, ideal)
        return None

    def _rescaled(self, exponent, rounding):
        if not self._int:
            return _make(self._sign, 0, exponent)
        if self._exp >= exponent:
            return _make(self._sign, self._int * 10 ** (self._exp - exponent), exponent)
        drop = exponent - self._exp
        if drop > _count(self._int) + 1:
            return _make(self._sign, _shortened(1, 2, rounding, self._sign)[0], exponent)
        return _make(self._sign, _shortened(self._int, drop, rounding, self._sign)[0], exponent)

    def _divide_int(self, other, context):
        nan = self._nan_of(context, other)
        if nan is not None:
            return nan
        sign = self._sign ^ other._sign
        if self._kind == _INFINITE:
            if other._kind == _INFINITE:
                return context._signal(InvalidOperation, _special(0, _QUIET))
            return _special(sign, _INFINITE)
        if other._kind == _INFINITE:
            return _make(sign, 0, 0)
        if not other._int:
            if not self._int:
                return context._signal(DivisionUndefined, _special(0, _QUIET))
            return context._signal(DivisionByZero, _special(sign, _INFINITE))
        parts = self._parts(other, context)
        if parts is None:
            return context._signal(DivisionImpossible, _special(0, _QUIET))
        return parts[0]

    def _remainder(self, other, context):
        nan = self._nan_of(context, other)
        if nan is not None:
            return nan
        if self._kind == _INFINITE:
            return context._signal(InvalidOperation, _special(0, _QUIET))
        if other._kind == _INFINITE:
            return self._fix(context)
        if not other._int:
            return context._signal(DivisionUndefined if not self._int else InvalidOperation,
                                   _special(0, _QUIET))
        parts = self._parts(other, context)
        if parts is None:
            return context._signal(DivisionImpossible, _special(0, _QUIET))
        return parts[1]._fix(context)

    def _divmod(self, other, context):
        if other._kind == _FINITE and not other._int and self._kind == _FINITE and self._int:
            quotient = context._signal(DivisionByZero,
                                       _special(self._sign ^ other._sign, _INFINITE))
            return quotient, context._signal(InvalidOperation, _special(0, _QUIET))
        return self._divide_int(other, context), self._remainder(other, context)

    def remainder_near(self, other, context=None):
        """What is left of the quotient nearest to an integer."""
        context = context or getcontext()
        other = _operand(other, True)
        nan = self._nan_of(context, other)
        if nan is not None:
            return nan
        if self._kind == _INFINITE or not other:
            return context._signal(InvalidOperation, _special(0, _QUIET))
        if other._kind == _INFINITE:
            return self._fix(context)
        exponent = min(self._exp, other._exp)
        left, right = abs(self._scaled(exponent)), abs(other._scaled(exponent))
        quotient, rest = divmod(left, right)
        if 2 * rest + (quotient & 1) > right:
            rest -= right
        sign = self._sign if rest >= 0 else 1 - self._sign
        return _make(sign, abs(rest), exponent)._fix(context)

    def fma(self, other, third, context=None):
        """self * other + third, rounded once."""
        context = context or getcontext()
        other, third = _operand(other, True), _operand(third, True)
        if self._kind or other._kind:
            product = self._multiply(other, context)
        else:
            product = _make(self._sign ^ other._sign, self._int * other._int,
                            self._exp + other._exp)
        return product._add(third, context)

    # --- Comparisons

    def _compare(self, other):
        # Of numbers that are no NaNs: -1, 0 or 1.
        if self._kind or other._kind:
            left = (1 - 2 * self._sign) * (self._kind == _INFINITE)
            right = (1 - 2 * other._sign) * (other._kind == _INFINITE)
            return (left > right) - (left < right)
        if not self._int or not other._int or self._sign != other._sign:
            left = 0 if not self._int else 1 - 2 * self._sign
            right = 0 if not other._int else 1 - 2 * other._sign
            return (left > right) - (left < right)
        left, right = self.adjusted(), other.adjusted()
        if left == right:
            exponent = min(self._exp, other._exp)
            left, right = abs(self._scaled(exponent)), abs(other._scaled(exponent))
        order = (left > right) - (left < right)
        return -order if self._sign else order

    def _is(self, other, accept, is_equality=False):
        # The answer of a comparison operator.
        if isinstance(other, (_numbers.Rational,)) and not isinstance(other, int):
            if self._kind >= _QUIET:
                return False
            if self._kind == _INFINITE:
                return accept(1 - 2 * self._sign)
            left = self._multiply_exact(other.denominator)
            return accept(left._compare(Decimal(other.numerator)))
        if isinstance(other, float):
            context = getcontext()
            if is_equality:
                dict.__setitem__(context.flags, FloatOperation, True)
            else:
                context._signal(FloatOperation, None)
            other = Decimal.from_float(other)
        elif isinstance(other, complex) and is_equality:
            if other.imag:
                return False
            other = Decimal.from_float(other.real)
        else:
            other = _operand(other)
            if other is None:
                return NotImplemented
        if self._kind >= _QUIET or other._kind >= _QUIET:
            if not is_equality or _SIGNALLING in (self._kind, other._kind):
                getcontext()._signal(InvalidOperation, None)
            return False
        return accept(self._compare(other))

    def _multiply_exact(self, number):
        return _make(self._sign, self._int * number, self._exp)

    def __eq__(self, other):
        return self._is(other, lambda order: order == 0, True)

    def __lt__(self, other):
        return self._is(other, lambda order: order < 0)

    def __le__(self, other):
        return self._is(other, lambda order: order <= 0)

    def __gt__(self, other):
        return self._is(other, lambda order: order > 0)

    def __ge__(self, other):
        return self._is(other, lambda order: order >= 0)

def _operand(value, required=False):
    if isinstance(value, Decimal):
        return value
    if isinstance(value, int):
        return _make(int(value < 0), abs(int(value)), 0)
    if required:
        raise TypeError('conversion from %s to Decimal is not supported' % type(value).__name__)
    return None


def _install_operators():
    # Each operator and its reflected form, over one method.
    def pair(name, method):
        def forward(self, other):
            other = _operand(other)
            return NotImplemented if other is None else method(self, other, getcontext())

        def reflected(self, other):
            other = _operand(other)
            return NotImplemented if other is None else method(other, self, getcontext())
        forward.__name__ = f'__{name}__'
        reflected.__name__ = f'__r{name}__'
        setattr(Decimal, forward.__name__, forward)
        setattr(Decimal, reflected.__name__, reflected)

    for name, method in (('add', Decimal._add), ('sub', Decimal._subtract),
                         ('mul', Decimal._multiply), ('truediv', Decimal._divide),
                         ('floordiv', Decimal._divide_int), ('mod', Decimal._remainder),
                         ('divmod', Decimal._divmod)):
        pair(name, method)

    def power(self, other, modulo=None):
        other = _operand(other)
        if other is None:
            return NotImplemented
        if modulo is not None:
            modulo = _operand(modulo)
            if modulo is None:
                return NotImplemented
        return self._power(other, modulo, getcontext())

    def reflected_power(self, other, modulo=None):
        other = _operand(other)
        return NotImplemented if other is None else other._power(self, None, getcontext())
    Decimal.__pow__ = power
    Decimal.__rpow__ = reflected_power


def _method(function):
    # Adds a method to Decimal; for the private files that hold further ones.
    function.__qualname__ = f'Decimal.{function.__name__}'
    setattr(Decimal, function.__name__, function)
    return function


_install_operators()
_numbers.Number.register(Decimal)

import _decimal_forms
import _decimal_powers
