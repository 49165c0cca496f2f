"""Module decimal's signals and contexts."""

import contextvars

__name__ = 'decimal'  # what is made here belongs to the module users see

ROUND_DOWN, ROUND_HALF_UP, ROUND_HALF_EVEN, ROUND_CEILING, ROUND_FLOOR, ROUND_UP, \
    ROUND_HALF_DOWN, ROUND_05UP = _roundings = (
        'ROUND_DOWN', 'ROUND_HALF_UP', 'ROUND_HALF_EVEN', 'ROUND_CEILING', 'ROUND_FLOOR',
        'ROUND_UP', 'ROUND_HALF_DOWN', 'ROUND_05UP')

MAX_PREC = MAX_EMAX = 999999999999999999
MIN_EMIN = -MAX_EMAX
MIN_ETINY = MIN_EMIN - MAX_PREC + 1


class DecimalException(ArithmeticError):
    """What all signals are."""


class Clamped(DecimalException):
    """An exponent was changed to fit."""


class InvalidOperation(DecimalException):
    """An operation that has no result."""


class ConversionSyntax(InvalidOperation):
    """Text that is no number."""


class DivisionByZero(DecimalException, ZeroDivisionError):
    """A number divided by zero."""


class DivisionImpossible(InvalidOperation):
    """A quotient with more digits than the precision."""


class DivisionUndefined(InvalidOperation, ZeroDivisionError):
    """Zero divided by zero."""


class Inexact(DecimalException):
    """Digits that are not zero were lost."""


class InvalidContext(InvalidOperation):
    """A context that cannot be."""


class Rounded(DecimalException):
    """Digits were lost."""


class Subnormal(DecimalException):
    """A result whose exponent was too small."""


class Overflow(Inexact, Rounded):
    """A result that was too great."""


class Underflow(Inexact, Rounded, Subnormal):
    """A result that was too small and not exact."""


class FloatOperation(DecimalException, TypeError):
    """Floats and decimals were mixed."""


_signals = [Clamped, DivisionByZero, Inexact, Overflow, Rounded, Underflow, InvalidOperation,
            Subnormal, FloatOperation]
_order = [Clamped, InvalidOperation, DivisionByZero, Inexact, FloatOperation, Overflow, Rounded,
          Subnormal, Underflow]
_conditions = {ConversionSyntax: InvalidOperation, DivisionImpossible: InvalidOperation,
               DivisionUndefined: InvalidOperation, InvalidContext: InvalidOperation}


class _SignalDict(dict):
    """Signals and whether each is set; keys stay."""

    def __repr__(self):
        return '{' + ', '.join([f"<class 'decimal.{key.__name__}'>:{bool(self[key])}"
                                for key in _order]) + '}'

    def __delitem__(self, key):
        raise ValueError('signal keys cannot be deleted')

    def __setitem__(self, key, value):
        if key not in self:
            raise KeyError('invalid error flag')
        dict.__setitem__(self, key, bool(value))

    def copy(self):
        return dict(self)


def _signal_dict(given, what):
    if isinstance(given, dict):
        if set(given) != set(_signals):
            raise ValueError(f'{what} must be a complete signal dict')
        return _SignalDict({key: bool(given[key]) for key in _order})
    if not isinstance(given, (list, tuple)):
        raise TypeError(f'{what} must be a signal dict or a list of signals')
    for each in given:
        if each not in _signals:
            raise TypeError('values in \'traps\' or \'flags\' must be signals')
    return _SignalDict({key: key in given for key in _order})


class Context:
    """Precision, rounding, limits of exponents, and which signals raise (traps)."""

    _valid_range = {'prec': (1, MAX_PREC), 'Emin': (MIN_EMIN, 0), 'Emax': (0, MAX_EMAX)}

    def __init__(self, prec=None, rounding=None, Emin=None, Emax=None, capitals=None, clamp=None,
                 flags=None, traps=None):
        base = DefaultContext if 'DefaultContext' in globals() else None

        def value_of(name, given, fallback):
            return given if given is not None else getattr(base, name, fallback)

        self.prec = value_of('prec', prec, 28)
        self.rounding = value_of('rounding', rounding, ROUND_HALF_EVEN)
        self.Emin = value_of('Emin', Emin, -999999)
        self.Emax = value_of('Emax', Emax, 999999)
        self.capitals = value_of('capitals', capitals, 1)
        self.clamp = value_of('clamp', clamp, 0)
        self.flags = [] if flags is None else flags
        if traps is None:
            traps = dict(base.traps) if base is not None else [
                DivisionByZero, Overflow, InvalidOperation]
        self.traps = traps

    def __setattr__(self, name, value):
        if name in ('prec', 'Emin', 'Emax'):
            if not isinstance(value, int):
                raise TypeError(f"'{type(value).__name__}' object cannot be interpreted as an "
                                'integer')
            low, high = self._valid_range[name]
            if not low <= value <= high:
                raise ValueError('valid range for %s is [%s, %s]' % (
                    name, *{'prec': ('1', 'MAX_PREC'), 'Emin': ('MIN_EMIN', '0'),
                            'Emax': ('0', 'MAX_EMAX')}[name]))
        elif name == 'capitals' or name == 'clamp':
            if value not in (0, 1):
                raise ValueError(f'valid values for {name} are 0 or 1')
        elif name == 'rounding':
            if value not in _roundings:
                raise TypeError('valid values for rounding are:\n  [ROUND_CEILING, ROUND_FLOOR, '
                                'ROUND_UP, ROUND_DOWN,\n   ROUND_HALF_UP, ROUND_HALF_DOWN, '
                                'ROUND_HALF_EVEN,\n   ROUND_05UP]')
        elif name in ('flags', 'traps'):
            value = _signal_dict(value, name)
        else:
            raise AttributeError(f"'decimal.Context' object has no attribute '{name}'")
        object.__setattr__(self, name, value)

    def __delattr__(self, name):
        raise AttributeError('context attributes cannot be deleted')

    def __reduce__(self):
        def names(signals):
            return [key for key, is_set in signals.items() if is_set]
        return Context, (self.prec, self.rounding, self.Emin, self.Emax, self.capitals,
                         self.clamp, names(self.flags), names(self.traps))

    def __repr__(self):
        def names(signals):
            return ', '.join([key.__name__ for key in _order if signals[key]])
        return ('Context(prec=%d, rounding=%s, Emin=%d, Emax=%d, capitals=%d, clamp=%d, '
                'flags=[%s], traps=[%s])' % (
                    self.prec, self.rounding, self.Emin, self.Emax, self.capitals, self.clamp,
                    names(self.flags), names(self.traps)))

    def copy(self):
        """A context like this one."""
        return Context(self.prec, self.rounding, self.Emin, self.Emax, self.capitals, self.clamp,
                       dict(self.flags), dict(self.traps))

    __copy__ = copy

    def clear_flags(self):
        """Unset all flags."""
        for key in self.flags:
            self.flags[key] = False

    def clear_traps(self):
        """Unset all traps."""
        for key in self.traps:
            self.traps[key] = False

    def Etiny(self):
        """The least exponent a number can have."""
        return int(self.Emin - self.prec + 1)

    def Etop(self):
        """The greatest exponent of a number with all digits."""
        return int(self.Emax - self.prec + 1)

    def _set_rounding(self, rounding):
        old, self.rounding = self.rounding, rounding
        return old

    def _signal(self, condition, result, *detail):
        """Flag a condition: the result, or the exception where it is trapped."""
        signal = _conditions.get(condition, condition)
        dict.__setitem__(self.flags, signal, True)
        if self.traps[signal]:
            # The exception carries what happened.
            raise signal([condition]) if not detail else signal(*detail)
        return result

    def create_decimal(self, num='0'):
        """A number rounded to the context."""
        from decimal import Decimal
        if isinstance(num, str) and (num != num.strip() or '_' in num):
            return self._signal(ConversionSyntax, Decimal('NaN'))
        number = Decimal(num, self)
        if number._is_special and len(number._digits) > self.prec - self.clamp:
            return self._signal(ConversionSyntax, Decimal('NaN'))
        return number._fix(self)

    def create_decimal_from_float(self, f):
        """A float rounded to the context."""
        from decimal import Decimal
        return Decimal.from_float(f)._fix(self)


def _forward(name, arity):
    # A method of contexts that is one of numbers with this context.
    def method(self, *args):
        if len(args) != arity:
            raise TypeError(f'{name}() takes exactly {arity} arguments ({len(args)} given)')
        from decimal import Decimal
        converted = []
        for arg in args:
            if isinstance(arg, int):
                arg = Decimal(arg)
            elif not isinstance(arg, Decimal):
                raise TypeError('conversion from %s to Decimal is not supported'
                                % type(arg).__name__)
            converted.append(arg)
        return converted[0]._in_context(name, converted[1:], self)
    method.__name__ = name
    method.__doc__ = f'The method {name} of numbers, in this context.'
    return method


for _name, _arity in (
        ('abs', 1), ('plus', 1), ('minus', 1), ('sqrt', 1), ('exp', 1), ('ln', 1), ('log10', 1),
        ('normalize', 1), ('to_integral_value', 1), ('to_integral_exact', 1), ('logb', 1),
        ('next_plus', 1), ('next_minus', 1), ('add', 2), ('subtract', 2), ('multiply', 2),
        ('divide', 2), ('divide_int', 2), ('remainder', 2), ('divmod', 2), ('compare', 2),
        ('max', 2), ('min', 2), ('quantize', 2), ('remainder_near', 2), ('same_quantum', 2),
        ('scaleb', 2), ('copy_sign', 2), ('fma', 3), ('to_sci_string', 1), ('to_eng_string', 1),
        ('copy_abs', 1), ('copy_negate', 1), ('is_nan', 1), ('is_zero', 1), ('is_signed', 1),
        ('is_finite', 1), ('is_infinite', 1), ('is_normal', 1), ('is_subnormal', 1)):
    setattr(Context, _name, _forward(_name, _arity))


def _power(self, a, b, modulo=None):
    """a ** b, modulo a third number if it is given."""
    from decimal import Decimal
    return Decimal(a)._power(Decimal(b), None if modulo is None else Decimal(modulo), self)


Context.power = _power

DefaultContext = Context()
ExtendedContext = Context(prec=9, rounding=ROUND_HALF_EVEN, traps=[], flags=[])
BasicContext = Context(prec=9, rounding=ROUND_HALF_UP, flags=[],
                       traps=[DivisionByZero, Overflow, InvalidOperation, Clamped, Underflow])
ExtendedContext.Emin = BasicContext.Emin = -999999
ExtendedContext.Emax = BasicContext.Emax = 999999

_current = contextvars.ContextVar('decimal_context')


def getcontext():
    """The context of the running thread, task or fiber."""
    context = _current.get(None)
    if context is None:
        context = DefaultContext.copy()
        _current.set(context)
    return context


def setcontext(context, /):
    """Let it be another."""
    if not isinstance(context, Context):
        raise TypeError('optional argument must be a context')
    if context in (DefaultContext, BasicContext, ExtendedContext):
        context = context.copy()
        context.clear_flags()
    _current.set(context)


class _ContextManager:

    def __init__(self, new_context):
        self.new_context = new_context.copy()

    def __enter__(self):
        self.saved_context = getcontext()
        setcontext(self.new_context)
        return self.new_context

    def __exit__(self, t, v, tb):
        setcontext(self.saved_context)


def localcontext(ctx=None, **kwargs):
    """A with block in which a copy of a context holds, with attributes changed."""
    if ctx is None:
        ctx = getcontext()
    elif not isinstance(ctx, Context):
        raise TypeError('optional argument must be a context')
    manager = _ContextManager(ctx)
    for key, value in kwargs.items():
        if key not in ('prec', 'rounding', 'Emin', 'Emax', 'capitals', 'clamp', 'flags', 'traps'):
            raise TypeError(f"'{key}' is an invalid keyword argument for this function")
        setattr(manager.new_context, key, value)
    return manager
