"""Decimal's ways of rounding to a form, and of comparing by name."""

from _decimal_context import Inexact, InvalidOperation, Rounded, Subnormal, getcontext
from _decimal_functions import _count
from decimal import (Decimal, _FINITE, _INFINITE, _QUIET, _SIGNALLING, _make, _method, _operand,
    _special)

__name__ = 'decimal'  # what is made here belongs to the module users see


@_method
def quantize(self, exp, rounding=None, context=None):
    """The number with the exponent of another."""
    context = context or getcontext()
    exp = _operand(exp, True)
    if rounding is None:
        rounding = context.rounding
    if self._kind or exp._kind:
        nan = self._nan_of(context, exp)
        if nan is not None:
            return nan
        if self._kind == exp._kind == _INFINITE:
            return self
        return context._signal(InvalidOperation, _special(0, _QUIET))
    target = exp._exp
    if not context.Etiny() <= target <= context.Emax:
        return context._signal(InvalidOperation, _special(0, _QUIET))
    if not self._int:
        return _make(self._sign, 0, target)._fix(context)
    if (self.adjusted() > context.Emax or self.adjusted() - target + 1 > context.prec):
        return context._signal(InvalidOperation, _special(0, _QUIET))
    result = self._rescaled(target, rounding)
    if result.adjusted() > context.Emax or _count(result._int) > context.prec:
        return context._signal(InvalidOperation, _special(0, _QUIET))
    if result._int and result.adjusted() < context.Emin:
        context._signal(Subnormal, None)
    if target > self._exp:
        if result._compare(self) != 0:
            context._signal(Inexact, None)
        context._signal(Rounded, None)
    return result._fix(context)


@_method
def same_quantum(self, other, context=None):
    """Whether both have one exponent."""
    other = _operand(other, True)
    if self._kind or other._kind:
        return (self._kind == other._kind == _INFINITE
                or self._kind >= _QUIET and other._kind >= _QUIET)
    return self._exp == other._exp


@_method
def normalize(self, context=None):
    """The number without zeros at the end."""
    context = context or getcontext()
    nan = self._nan_of(context)
    if nan is not None:
        return nan
    number = self._fix(context)
    if number._kind:
        return number
    if not number._int:
        return _make(number._sign, 0, 0)
    coefficient, exponent = number._int, number._exp
    highest = context.Etop() if context.clamp else context.Emax
    while coefficient % 10 == 0 and exponent < highest:
        coefficient //= 10
        exponent += 1
    return _make(number._sign, coefficient, exponent)


@_method
def to_integral_value(self, rounding=None, context=None):
    """The number rounded to an integer; nothing is signalled."""
    context = context or getcontext()
    nan = self._nan_of(context)
    if nan is not None:
        return nan
    if self._kind or self._exp >= 0:
        return self
    return self._rescaled(0, rounding or context.rounding)

Decimal.to_integral = to_integral_value



@_method
def to_integral_exact(self, rounding=None, context=None):
    """The same, with Inexact and Rounded signalled."""
    context = context or getcontext()
    result = self.to_integral_value(rounding, context)
    if self._kind == _FINITE and self._exp < 0 and self._int:
        if result._compare(self) != 0:
            context._signal(Inexact, None)
        context._signal(Rounded, None)
    return result


@_method
def next_plus(self, context=None):
    """The next greater number of the context."""
    return self._next(context or getcontext(), 0)


@_method
def next_minus(self, context=None):
    """The next smaller number of the context."""
    return self._next(context or getcontext(), 1)


@_method
def _next(self, context, down):
    nan = self._nan_of(context)
    if nan is not None:
        return nan
    if self._kind == _INFINITE:
        if self._sign == down:
            return self
        return _make(self._sign, 10 ** context.prec - 1, context.Etop())
    inner = context.copy()
    inner.clear_traps()
    inner.rounding = 'ROUND_FLOOR' if down else 'ROUND_CEILING'
    moved = self._fix(inner)
    if moved._compare(self) != 0:
        return moved
    return self._add(_make(down, 1, inner.Etiny() - 1), inner)


@_method
def compare(self, other, context=None):
    """-1, 0 or 1 as a number; NaN if one is."""
    context = context or getcontext()
    other = _operand(other, True)
    nan = self._nan_of(context, other)
    if nan is not None:
        return nan
    order = self._compare(other)
    return _make(int(order < 0), abs(order), 0)


@_method
def compare_signal(self, other, context=None):
    """The same; NaNs of any kind signal."""
    context = context or getcontext()
    other = _operand(other, True)
    if self._kind >= _QUIET or other._kind >= _QUIET:
        return context._signal(InvalidOperation, _special(0, _QUIET))
    return self.compare(other, context)


@_method
def compare_total(self, other, context=None):
    """-1, 0 or 1 by representation."""
    other = _operand(other, True)
    if self._sign != other._sign:
        return _make(self._sign, 1, 0)

    def rank(number):
        kinds = {_FINITE: 0, _INFINITE: 1, _SIGNALLING: 2, _QUIET: 3}
        return kinds[number._kind]
    left, right = rank(self), rank(other)
    if left == right:
        if self._kind == _FINITE and (order := self.copy_abs()._compare(other.copy_abs())):
            left, right = order, 0
        elif self._kind == _FINITE:
            left, right = self._exp, other._exp
        else:
            left, right = self._int, other._int
    order = (left > right) - (left < right)
    if self._sign:
        order = -order
    return _make(int(order < 0), abs(order), 0)


@_method
def compare_total_mag(self, other, context=None):
    """The same without signs."""
    return self.copy_abs().compare_total(_operand(other, True).copy_abs())


@_method
def _extreme(self, other, context, wanted, by_size=False):
    context = context or getcontext()
    other = _operand(other, True)
    if self._kind >= _QUIET or other._kind >= _QUIET:
        if self._kind == _QUIET and other._kind < _QUIET:
            return other._fix(context)
        if other._kind == _QUIET and self._kind < _QUIET:
            return self._fix(context)
        return self._nan_of(context, other)
    left, right = (self.copy_abs(), other.copy_abs()) if by_size else (self, other)
    order = left._compare(right)
    if order == 0:
        order = int(self.compare_total(other))
    return (self if order == wanted else other)._fix(context)


@_method
def max(self, other, context=None):
    """The greater one, rounded."""
    return self._extreme(other, context, 1)


@_method
def min(self, other, context=None):
    """The smaller one, rounded."""
    return self._extreme(other, context, -1)


@_method
def max_mag(self, other, context=None):
    """The one with the greater size."""
    return self._extreme(other, context, 1, True)


@_method
def min_mag(self, other, context=None):
    """The one with the smaller size."""
    return self._extreme(other, context, -1, True)
