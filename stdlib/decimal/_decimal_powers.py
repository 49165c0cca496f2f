"""Decimal's powers and functions."""

import math as _math
from _decimal_context import DivisionByZero, Inexact, InvalidOperation, Rounded, getcontext
from _decimal_functions import _count, exp_digits, ln_digits, power_digits
from _decimal_text import text_of
from decimal import _FINITE, _INFINITE, _QUIET, _make, _method, _operand, _special

__name__ = 'decimal'  # what is made here belongs to the module users see


@_method
def _power(self, other, modulo, context):
    if modulo is not None:
        return self._power_modulo(other, modulo, context)
    nan = self._nan_of(context, other)
    if nan is not None:
        return nan
    if not other:
        if not self:
            return context._signal(InvalidOperation, _special(0, _QUIET))
        return _make(0, 1, 0)
    is_whole = other._kind == _FINITE and other._is_integer()
    sign = 0
    base = self
    if self._sign:
        if is_whole:
            sign = int(other) & 1 if other.adjusted() < 40 else 0
        elif self._kind == _INFINITE or self._int:
            return context._signal(InvalidOperation, _special(0, _QUIET))
        base = self.copy_abs()
    if not base:
        return _special(sign, _INFINITE) if other._sign else _make(sign, 0, 0)
    if base._kind == _INFINITE:
        return _make(sign, 0, 0) if other._sign else _special(sign, _INFINITE)
    one = base._compare(_make(0, 1, 0))
    if one == 0:
        # As many digits as the precision allows, for exponents that are no integers.
        if is_whole:
            exponent = max(base._exp * int(abs(int(other))), 1 - context.prec) if (
                not other._sign) else 0
            if other._sign and base._exp < 0:
                context._signal(Rounded, None)
                exponent = 1 - context.prec
        else:
            context._signal(Inexact, None)
            context._signal(Rounded, None)
            exponent = 1 - context.prec
        return _make(sign, 10 ** -exponent, exponent)
    if other._kind == _INFINITE:
        return (_make(sign, 0, 0) if (one > 0) == bool(other._sign)
                else _special(sign, _INFINITE))
    # Far beyond the limits: no need to compute.
    magnitude = abs(base.adjusted()) or 1
    if other.adjusted() + _count(magnitude) > _count(context.Emax) + 8:
        if (one > 0) != bool(other._sign):
            return _make(sign, 1, context.Emax + 1)._overflow(context)
        return _make(sign, 1, context.Etiny() - 2)._fix(context)
    if is_whole and not other._sign:
        times = int(other)
        if _count(base._int) * times <= context.prec * 4 + 60:
            return _make(sign, base._int ** times, base._exp * times)._fix(context)
    number, exponent, _ = power_digits(base._int, base._exp, other._int, other._exp,
                                           other._sign, context.prec)
    return _make(sign, number, exponent)._fix(context)


@_method
def _power_modulo(self, other, modulo, context):
    for each in (self, other, modulo):
        if each._kind or not each._is_integer():
            return context._signal(InvalidOperation, _special(0, _QUIET))
    if other._sign or not modulo:
        return context._signal(InvalidOperation, _special(0, _QUIET))
    result = pow(int(abs(int(self))), int(other), abs(int(modulo)))
    sign = self._sign and int(other) & 1
    return _make(int(bool(sign)), result, 0)


@_method
def _is_integer(self):
    if self._kind:
        return False
    if self._exp >= 0 or not self._int:
        return True
    return self._int % 10 ** -self._exp == 0


@_method
def sqrt(self, context=None):
    """The square root."""
    context = context or getcontext()
    nan = self._nan_of(context)
    if nan is not None:
        return nan
    if self._kind == _INFINITE and not self._sign:
        return self
    if not self:
        return _make(self._sign, 0, self._exp // 2)._fix(context)
    if self._sign:
        return context._signal(InvalidOperation, _special(0, _QUIET))
    exponent = self._exp
    number = self._int
    if exponent & 1:
        number *= 10
        exponent -= 1
    ideal = exponent // 2 if self._exp % 2 == 0 else (self._exp - 1) // 2
    shift = max(context.prec + 1 - (_count(number) + 1) // 2, 0)
    root = _math.isqrt(number * 100 ** shift)
    exact = root * root == number * 100 ** shift
    exponent = exponent // 2 - shift
    if exact:
        while exponent < ideal and root % 10 == 0:
            root //= 10
            exponent += 1
    elif root % 5 == 0:
        root += 1
    old = context._set_rounding('ROUND_HALF_EVEN')
    try:
        return _make(0, root, exponent)._fix(context)
    finally:
        context.rounding = old


@_method
def exp(self, context=None):
    """e to this power."""
    context = context or getcontext()
    nan = self._nan_of(context)
    if nan is not None:
        return nan
    if self._kind == _INFINITE:
        return _make(0, 0, 0) if self._sign else self
    if not self._int:
        return _make(0, 1, 0)
    if self.adjusted() > _count(context.Emax) + 2:
        return (_make(0, 1, context.Etiny() - 2)._fix(context) if self._sign
                else _make(0, 1, context.Emax + 1)._overflow(context))
    number, exponent = exp_digits(-self._int if self._sign else self._int, self._exp,
                                  context.prec)
    return _make(0, number, exponent)._fix_half_even(context)


@_method
def _fix_half_even(self, context):
    old = context._set_rounding('ROUND_HALF_EVEN')
    try:
        return self._fix(context)
    finally:
        context.rounding = old


@_method
def _logarithm(self, context, base):
    nan = self._nan_of(context)
    if nan is not None:
        return nan
    if not self:
        return _special(1, _INFINITE)
    if self._sign:
        return context._signal(InvalidOperation, _special(0, _QUIET))
    if self._kind == _INFINITE:
        return self
    if base == 10:
        text = text_of(self._int).rstrip('0')
        if text == '1':
            power = self.adjusted()
            return _make(int(power < 0), abs(power), 0)._fix(context)
    elif self._compare(_make(0, 1, 0)) == 0:
        return _make(0, 0, 0)
    number, exponent = ln_digits(self._int, self._exp, context.prec, base)
    return _make(int(number < 0), abs(number), exponent)._fix_half_even(context)


@_method
def ln(self, context=None):
    """The natural logarithm."""
    return self._logarithm(context or getcontext(), None)


@_method
def log10(self, context=None):
    """The logarithm to base 10."""
    return self._logarithm(context or getcontext(), 10)


@_method
def logb(self, context=None):
    """The exponent of the first digit, as a number."""
    context = context or getcontext()
    nan = self._nan_of(context)
    if nan is not None:
        return nan
    if self._kind == _INFINITE:
        return _special(0, _INFINITE)
    if not self._int:
        return context._signal(DivisionByZero, _special(1, _INFINITE))
    power = self.adjusted()
    return _make(int(power < 0), abs(power), 0)._fix(context)


@_method
def scaleb(self, other, context=None):
    """The number with its exponent raised."""
    context = context or getcontext()
    other = _operand(other, True)
    nan = self._nan_of(context, other)
    if nan is not None:
        return nan
    limit = 2 * (context.Emax + context.prec)
    if other._kind or other._exp != 0 or not -limit <= int(other) <= limit:
        return context._signal(InvalidOperation, _special(0, _QUIET))
    if self._kind == _INFINITE:
        return self
    return _make(self._sign, self._int, self._exp + int(other))._fix(context)
