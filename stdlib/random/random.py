"""Random numbers: integers, choices from sequences, and distributions of real numbers.

Every generator is a Mersenne twister; a seed gives the sequence it gives in every Python. The
functions of the module are methods of one generator that the system has seeded.
"""

from _random import Random as _Twister, text_seed as _text_seed
from math import (acos as _acos, ceil as _ceil, cos as _cos, exp as _exp, floor as _floor,
                  isfinite as _isfinite, lgamma as _lgamma, log as _log, pi as _pi,
                  sin as _sin, sqrt as _sqrt)

__all__ = [
    'Random', 'SystemRandom', 'betavariate', 'choice', 'choices', 'expovariate', 'gammavariate',
    'gauss', 'getrandbits', 'getstate', 'lognormvariate', 'normalvariate', 'paretovariate',
    'randbytes', 'randint', 'random', 'randrange', 'sample', 'seed', 'setstate', 'shuffle',
    'triangular', 'uniform', 'vonmisesvariate', 'weibullvariate']

TWOPI = 2.0 * _pi
LOG4 = _log(4.0)
NV_MAGICCONST = 4 * _exp(-0.5) / _sqrt(2.0)
SG_MAGICCONST = 1.0 + _log(4.5)
BPF = 53
RECIP_BPF = 2 ** -BPF


def _whole(value, position):
    """An argument of randrange as an int; floats that are whole still pass, with a warning."""
    if isinstance(value, int):
        return int(value)
    try:
        return value.__index__()
    except AttributeError:
        pass
    number = int(value)
    import warnings
    if number != value:
        warnings.warn('randrange() will raise TypeError in the future', DeprecationWarning, 3)
        raise ValueError(f'non-integer {position} for randrange()')
    warnings.warn('non-integer arguments to randrange() have been deprecated since Python 3.10 '
                  'and will be removed in a subsequent version', DeprecationWarning, 3)
    return number


class Random(_Twister):
    """A random number generator with a state of its own."""

    VERSION = 3

    def __init__(self, x=None):
        self.seed(x)
        self.gauss_next = None

    def __init_subclass__(cls, /, **kwargs):
        super().__init_subclass__(**kwargs)
        # The draw below a limit follows whichever source of numbers the class brings along.
        for each in cls.__mro__:
            if '_randbelow' in each.__dict__:
                break
            if 'getrandbits' in each.__dict__:
                cls._randbelow = cls._randbelow_with_getrandbits
                break
            if 'random' in each.__dict__:
                cls._randbelow = cls._randbelow_without_getrandbits
                break

    def seed(self, a=None, version=2):
        """Starts the sequence of a seed: None (whatever the system gives), an int, float, text."""
        if version == 1 and isinstance(a, (str, bytes)):
            letters = a.decode('latin-1') if isinstance(a, bytes) else a
            code = ord(letters[0]) << 7 if letters else 0
            for letter in map(ord, letters):
                code = ((1000003 * code) ^ letter) & 0xFFFFFFFFFFFFFFFF
            code ^= len(letters)
            a = -2 if code == -1 else code
        elif version == 2 and isinstance(a, (str, bytes, bytearray)):
            if isinstance(a, str):
                a = a.encode()
            a = int.from_bytes(_text_seed(a), 'big')
        elif not isinstance(a, (type(None), int, float, str, bytes, bytearray)):
            raise TypeError('The only supported seed types are: None,\n'
                            'int, float, str, bytes, and bytearray.')
        super().seed(a)
        self.gauss_next = None

    def getstate(self):
        """What setstate() takes to go on from here."""
        return self.VERSION, super().getstate(), self.gauss_next

    def setstate(self, state):
        """Goes back to where getstate() was called."""
        version = state[0]
        if version == 3:
            version, words, self.gauss_next = state
            super().setstate(words)
        elif version == 2:
            version, words, self.gauss_next = state
            try:
                words = tuple(word % (2 ** 32) for word in words)
            except ValueError as error:
                raise TypeError from error
            super().setstate(words)
        else:
            raise ValueError(f'state with version {version} passed to Random.setstate() of '
                             f'version {self.VERSION}')

    def __getstate__(self):
        return self.getstate()

    def __setstate__(self, state):
        self.setstate(state)

    def __reduce__(self):
        return self.__class__, (), self.getstate()

    # --- Integers

    def _randbelow_with_getrandbits(self, n):
        if not n:
            return 0
        bits = n.bit_length()
        drawn = self.getrandbits(bits)
        while drawn >= n:
            drawn = self.getrandbits(bits)
        return drawn

    def _randbelow_without_getrandbits(self, n, maxsize=1 << BPF):
        if n >= maxsize:
            import warnings
            warnings.warn('Underlying random() generator does not supply \n'
                          'enough bits to choose from a population range this large.\n'
                          'To remove the range limitation, add a getrandbits() method.')
            return _floor(self.random() * n)
        if n == 0:
            return 0
        limit = (maxsize - maxsize % n) / maxsize
        drawn = self.random()
        while drawn >= limit:
            drawn = self.random()
        return _floor(drawn * maxsize) % n

    _randbelow = _Twister._below

    def randbytes(self, n):
        """n random bytes."""
        return self.getrandbits(n * 8).to_bytes(n, 'little')

    def randrange(self, start, stop=None, step=1):
        """An element of range(start, stop, step)."""
        if type(start) is int and type(stop) is int and step == 1 and start < stop:
            return start + self._randbelow(stop - start)
        first = _whole(start, 'arg 1')
        if stop is None:
            if step != 1:
                raise TypeError('Missing a non-None stop argument')
            if first > 0:
                return self._randbelow(first)
            raise ValueError('empty range for randrange()')
        last = _whole(stop, 'stop')
        width = last - first
        stride = _whole(step, 'step')
        if stride == 1:
            if width > 0:
                return first + self._randbelow(width)
            raise ValueError(f'empty range for randrange() ({first}, {last}, {width})')
        if stride > 0:
            count = (width + stride - 1) // stride
        elif stride < 0:
            count = (width + stride + 1) // stride
        else:
            raise ValueError('zero step for randrange()')
        if count <= 0:
            raise ValueError('empty range for randrange()')
        return first + stride * self._randbelow(count)

    def randint(self, a, b):
        """A number from a to b, both included."""
        if type(a) is int and type(b) is int and a <= b:
            return a + self._randbelow(b + 1 - a)
        return self.randrange(a, b + 1)

    # --- Sequences

    def choice(self, seq):
        """One element of a sequence that has any."""
        if not len(seq):
            raise IndexError('Cannot choose from an empty sequence')
        return seq[self._randbelow(len(seq))]

    def shuffle(self, x):
        """Puts the elements of a list in random order."""
        if type(x) is list and type(self)._randbelow is _Twister._below:
            self._shuffle(x)
            return
        draw = self._randbelow
        for last in range(len(x) - 1, 0, -1):
            chosen = draw(last + 1)
            x[last], x[chosen] = x[chosen], x[last]

    def sample(self, population, k, *, counts=None):
        """k elements of different places; counts says how often each place counts."""
        if not _is_sequence(population):
            raise TypeError('Population must be a sequence.  '
                            'For dicts or sets, use sorted(d).')
        size = len(population)
        if counts is not None:
            ends = []
            total = 0
            for count in counts:
                total += count
                ends.append(total)
            if len(ends) != size:
                raise ValueError('The number of counts does not match the population')
            if ends:
                total = ends.pop()
            if not isinstance(total, int):
                raise TypeError('Counts must be integers')
            if total <= 0:
                raise ValueError('Total of counts must be greater than zero')
            places = self.sample(range(total), k=k)
            return [population[_place_after(ends, place, len(ends))] for place in places]
        draw = self._randbelow
        if not 0 <= k <= size:
            raise ValueError('Sample larger than population or is negative')
        result = [None] * k
        # Few out of many: remember which places were drawn. Else move the elements left together.
        set_size = 21
        if k > 5:
            set_size += 4 ** _ceil(_log(k * 3, 4))
        if size <= set_size:
            left = list(population)
            for place in range(k):
                drawn = draw(size - place)
                result[place] = left[drawn]
                left[drawn] = left[size - place - 1]
        else:
            taken = set()
            for place in range(k):
                drawn = draw(size)
                while drawn in taken:
                    drawn = draw(size)
                taken.add(drawn)
                result[place] = population[drawn]
        return result

    def choices(self, population, weights=None, *, cum_weights=None, k=1):
        """k elements, each drawn from all of them, as likely as its weight says."""
        random = self.random
        size = len(population)
        if cum_weights is None:
            if weights is None:
                size += 0.0
                return [population[_floor(random() * size)] for _ in range(k)]
            try:
                given = list(weights)
            except TypeError:
                if not isinstance(weights, int):
                    raise
                raise TypeError(f'The number of choices must be a keyword argument: k={weights}'
                                ) from None
            cum_weights = []
            total = 0
            for weight in given:
                total = total + weight if cum_weights else weight
                cum_weights.append(total)
        elif weights is not None:
            raise TypeError('Cannot specify both weights and cumulative weights')
        if len(cum_weights) != size:
            raise ValueError('The number of weights does not match the population')
        total = cum_weights[-1] + 0.0
        if total <= 0.0:
            raise ValueError('Total of weights must be greater than zero')
        if not _isfinite(total):
            raise ValueError('Total of weights must be finite')
        return [population[_place_after(cum_weights, random() * total, size - 1)]
                for _ in range(k)]

    # --- Real numbers

    def uniform(self, a, b):
        """A number between a and b."""
        return a + (b - a) * self.random()

    def triangular(self, low=0.0, high=1.0, mode=None):
        """Between low and high, most likely at mode (the middle if None)."""
        drawn = self.random()
        try:
            peak = 0.5 if mode is None else (mode - low) / (high - low)
        except ZeroDivisionError:
            return low
        if drawn > peak:
            drawn = 1.0 - drawn
            peak = 1.0 - peak
            low, high = high, low
        return low + (high - low) * _sqrt(drawn * peak)

    def normalvariate(self, mu=0.0, sigma=1.0):
        """The normal distribution, by the ratio of two uniform numbers."""
        random = self.random
        while True:
            first = random()
            second = 1.0 - random()
            z = NV_MAGICCONST * (first - 0.5) / second
            if z * z / 4.0 <= -_log(second):
                return mu + z * sigma

    def gauss(self, mu=0.0, sigma=1.0):
        """The normal distribution, two numbers at a time."""
        z = self.gauss_next
        self.gauss_next = None
        if z is None:
            random = self.random
            angle = random() * TWOPI
            radius = _sqrt(-2.0 * _log(1.0 - random()))
            z = _cos(angle) * radius
            self.gauss_next = _sin(angle) * radius
        return mu + z * sigma

    def lognormvariate(self, mu, sigma):
        """A number whose logarithm is distributed normally."""
        return _exp(self.normalvariate(mu, sigma))

    def expovariate(self, lambd):
        """The exponential distribution with mean 1 / lambd."""
        return -_log(1.0 - self.random()) / lambd

    def vonmisesvariate(self, mu, kappa):
        """An angle around mu; kappa says how closely."""
        random = self.random
        if kappa <= 1e-6:
            return TWOPI * random()
        s = 0.5 / kappa
        r = s + _sqrt(1.0 + s * s)
        while True:
            z = _cos(_pi * random())
            d = z / (r + z)
            drawn = random()
            if drawn < 1.0 - d * d or drawn <= (1.0 - d) * _exp(d):
                break
        q = 1.0 / r
        f = (q + z) / (1.0 + q * z)
        if random() > 0.5:
            return (mu + _acos(f)) % TWOPI
        return (mu - _acos(f)) % TWOPI

    def gammavariate(self, alpha, beta):
        """The gamma distribution with mean alpha * beta."""
        if alpha <= 0.0 or beta <= 0.0:
            raise ValueError('gammavariate: alpha and beta must be > 0.0')
        random = self.random
        if alpha > 1.0:
            # Cheng's method.
            a_inverse = _sqrt(2.0 * alpha - 1.0)
            b = alpha - LOG4
            c = alpha + a_inverse
            while True:
                first = random()
                if not 1e-7 < first < 0.9999999:
                    continue
                second = 1.0 - random()
                v = _log(first / (1.0 - first)) / a_inverse
                x = alpha * _exp(v)
                z = first * first * second
                r = b + c * v - x
                if r + SG_MAGICCONST - 4.5 * z >= 0.0 or r >= _log(z):
                    return x * beta
        if alpha == 1.0:
            return -_log(1.0 - random()) * beta
        # Ahrens and Dieter's.
        e = _exp(1)
        while True:
            p = (e + alpha) / e * random()
            x = p ** (1.0 / alpha) if p <= 1.0 else -_log(((e + alpha) / e - p) / alpha)
            second = random()
            if p > 1.0:
                if second <= x ** (alpha - 1.0):
                    break
            elif second <= _exp(-x):
                break
        return x * beta

    def betavariate(self, alpha, beta):
        """The beta distribution."""
        y = self.gammavariate(alpha, 1.0)
        if y:
            return y / (y + self.gammavariate(beta, 1.0))
        return 0.0

    def paretovariate(self, alpha):
        """The Pareto distribution."""
        return (1.0 - self.random()) ** (-1.0 / alpha)

    def weibullvariate(self, alpha, beta):
        """The Weibull distribution."""
        return alpha * (-_log(1.0 - self.random())) ** (1.0 / beta)


class SystemRandom(Random):
    """Numbers from the system's entropy: no seed, no state."""

    def random(self):
        """A number in [0, 1)."""
        return (self.getrandbits(56) >> 3) * RECIP_BPF

    def getrandbits(self, k):
        """A number of k random bits."""
        if k < 0:
            raise ValueError('number of bits must be non-negative')
        size = (k + 7) // 8
        return int.from_bytes(_urandom(size), 'big') >> (size * 8 - k)

    def randbytes(self, n):
        """n random bytes."""
        return _urandom(n)

    def seed(self, *args, **kwds):
        """Does nothing."""
        return None

    def _no_state(self, *args, **kwds):
        raise NotImplementedError('System entropy source does not have state.')

    getstate = setstate = _no_state


def _urandom(size):
    from posix import urandom
    return urandom(size)


def _is_sequence(value):
    if isinstance(value, (list, tuple, str, range, bytes, bytearray, memoryview)):
        return True
    if isinstance(value, (set, frozenset, dict)):
        return False
    if hasattr(type(value), '__getitem__') and hasattr(type(value), '__len__'):
        from collections.abc import Sequence
        return isinstance(value, Sequence)
    return False


def _place_after(ends, value, high):
    """The first place whose end lies beyond the value, at most high."""
    low = 0
    while low < high:
        middle = (low + high) // 2
        if value < ends[middle]:
            high = middle
        else:
            low = middle + 1
    return low


_inst = Random()
seed = _inst.seed
random = _inst.random
uniform = _inst.uniform
triangular = _inst.triangular
randint = _inst.randint
choice = _inst.choice
randrange = _inst.randrange
sample = _inst.sample
shuffle = _inst.shuffle
choices = _inst.choices
normalvariate = _inst.normalvariate
lognormvariate = _inst.lognormvariate
expovariate = _inst.expovariate
vonmisesvariate = _inst.vonmisesvariate
gammavariate = _inst.gammavariate
gauss = _inst.gauss
betavariate = _inst.betavariate
paretovariate = _inst.paretovariate
weibullvariate = _inst.weibullvariate
getstate = _inst.getstate
setstate = _inst.setstate
getrandbits = _inst.getrandbits
randbytes = _inst.randbytes

try:
    from posix import register_at_fork as _register_at_fork
except ImportError:
    pass
else:
    # A child process draws other numbers than its parent.
    _register_at_fork(after_in_child=_inst.seed)
