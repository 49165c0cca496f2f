"""Statistics of numbers."""

import math
from collections import Counter, namedtuple
from fractions import Fraction

__all__ = ['NormalDist', 'StatisticsError', 'correlation', 'covariance', 'fmean', 'geometric_mean',
           'harmonic_mean', 'linear_regression', 'mean', 'median', 'median_grouped', 'median_high',
           'median_low', 'mode', 'multimode', 'pstdev', 'pvariance', 'quantiles', 'stdev',
           'variance']


class StatisticsError(ValueError):
    pass


# --- Exact sums

def _coarser(left, right):
    # The type of results of numbers of both types.
    if left is right or right is int or right is bool or issubclass(left, right):
        return left
    if left is int or issubclass(right, left):
        return right
    if issubclass(left, float) and issubclass(right, Fraction):
        return left
    if issubclass(left, Fraction) and issubclass(right, float):
        return right
    raise TypeError(f"don't know how to coerce {left.__name__} and {right.__name__}")


def _exact(value):
    # A number as an exact fraction; what is no finite number stays itself.
    if type(value) is float and not math.isfinite(value):
        return value
    try:
        return Fraction(*value.as_integer_ratio())
    except AttributeError:
        pass
    except (OverflowError, ValueError):
        return value
    try:
        return Fraction(value.numerator, value.denominator)
    except AttributeError:
        raise TypeError(f"can't convert type '{type(value).__name__}' to numerator/denominator"
                        ) from None


def _sum(data):
    # The type of the numbers, their exact sum, their count.
    kind = int
    count = 0
    total = Fraction(0)
    special = None
    for value in data:
        count += 1
        cls = type(value)
        if cls is not kind:
            kind = _coarser(kind, cls if cls is not bool else int)
        exact = _exact(value)
        if isinstance(exact, Fraction):
            total += exact
        else:
            special = exact if special is None else special + exact
    return kind, total if special is None else special, count


def _convert(value, kind):
    # An exact result as a number of the data's type.
    if type(value) is kind or not isinstance(value, Fraction):
        return value
    if issubclass(kind, int) and value.denominator != 1:
        kind = float
    try:
        return kind(value)
    except TypeError:
        return kind(value.numerator) / kind(value.denominator)


def _squares(data, center=None):
    # Type, exact sum of squared deviations, the center they are from, and the count.
    data = list(data)
    kind, total, count = _sum(data)
    if count == 0:
        return kind, Fraction(0), Fraction(0), 0
    middle = total / count if center is None else _exact(center)
    if not isinstance(middle, Fraction):
        return kind, middle, middle, count
    squares = Fraction(0)
    for value in data:
        difference = _exact(value) - middle
        squares += difference * difference
    return kind, squares, middle, count


def _square_root(value):
    # The float nearest to the root of a fraction.
    if not isinstance(value, Fraction):
        return math.sqrt(value)
    if not value:
        return 0.0
    numerator, denominator = value.numerator, value.denominator
    shift = max(0, (130 - numerator.bit_length() + denominator.bit_length() + 1) // 2)
    scaled, rest = divmod(numerator << 2 * shift, denominator)
    root = math.isqrt(scaled)
    # What is cut off shows in the last bit, for the rounding.
    root |= bool(rest or root * root != scaled)
    return float(Fraction(root, 1 << shift))


# --- Averages

def mean(data):
    """The arithmetic mean."""
    kind, total, count = _sum(data)
    if count < 1:
        raise StatisticsError('mean requires at least one data point')
    return _convert(total / count, kind)


def fmean(data, weights=None):
    """The arithmetic mean as a float, fast."""
    data = list(data)
    if weights is None:
        if not data:
            raise StatisticsError('fmean requires at least one data point')
        return math.fsum(data) / len(data)
    weights = list(weights)
    if len(weights) != len(data):
        raise StatisticsError('data and weights must be the same length')
    total = math.fsum(weights)
    if not total:
        raise StatisticsError('sum of weights must be non-zero')
    return math.fsum(value * weight for value, weight in zip(data, weights)) / total


def geometric_mean(data):
    """The geometric mean."""
    try:
        return math.exp(fmean(map(math.log, data)))
    except ValueError:
        raise StatisticsError('geometric mean requires a non-empty dataset containing positive '
                              'numbers') from None


def harmonic_mean(data, weights=None):
    """The harmonic mean."""
    data = list(data)
    message = 'harmonic mean does not support negative values'
    if not data:
        raise StatisticsError('harmonic_mean requires at least one data point')
    if weights is None:
        if len(data) == 1:
            value = data[0]
            if not hasattr(value, 'numerator') and not isinstance(value, float):
                raise TypeError('unsupported type')
            if value < 0:
                raise StatisticsError(message)
            return value
        weights = [1] * len(data)
        total_weight = len(data)
    else:
        weights = list(weights)
        if len(weights) != len(data):
            raise StatisticsError('Number of weights does not match data size')
        _, total_weight, _ = _sum(weights)
    for value in [*weights, *data]:
        if value < 0:
            raise StatisticsError(message)
    try:
        kind, total, _ = _sum(weight / value if weight else 0
                              for weight, value in zip(weights, data))
    except ZeroDivisionError:
        return 0
    if total <= 0:
        raise StatisticsError('Weighted sum must be positive')
    return _convert(total_weight / total, kind)


def median(data):
    """The middle value; of an even number the mean of the two in the middle."""
    data = sorted(data)
    count = len(data)
    if count == 0:
        raise StatisticsError('no median for empty data')
    if count % 2:
        return data[count // 2]
    return (data[count // 2 - 1] + data[count // 2]) / 2


def median_low(data):
    """The middle value; of an even number the lower of the two in the middle."""
    data = sorted(data)
    if not data:
        raise StatisticsError('no median for empty data')
    return data[(len(data) - 1) // 2]


def median_high(data):
    """The middle value; of an even number the higher of the two in the middle."""
    data = sorted(data)
    if not data:
        raise StatisticsError('no median for empty data')
    return data[len(data) // 2]


def median_grouped(data, interval=1):
    """The median of values that stand for intervals around them."""
    from bisect import bisect_left, bisect_right
    data = sorted(data)
    count = len(data)
    if count == 0:
        raise StatisticsError('no median for empty data')
    middle = data[count // 2]
    below = bisect_left(data, middle)
    inside = bisect_right(data, middle, below) - below
    try:
        interval = float(interval)
        middle = float(middle)
    except ValueError:
        raise TypeError('Value cannot be converted to a float') from None
    return middle - interval / 2.0 + interval * (count / 2 - below) / inside


def mode(data):
    """The commonest value, the first of several."""
    commonest = Counter(iter(data)).most_common(1)
    if not commonest:
        raise StatisticsError('no mode for empty data')
    return commonest[0][0]


def multimode(data):
    """The commonest values in their order."""
    counts = Counter(iter(data))
    if not counts:
        return []
    highest = max(counts.values())
    return [value for value, times in counts.items() if times == highest]


def quantiles(data, *, n=4, method='exclusive'):
    """The values between n parts of equal size."""
    if n < 1:
        raise StatisticsError('n must be at least 1')
    data = sorted(data)
    count = len(data)
    if count < 2:
        raise StatisticsError('must have at least two data points')
    result = []
    if method == 'inclusive':
        for part in range(1, n):
            index, rest = divmod(part * (count - 1), n)
            result.append((data[index] * (n - rest) + data[index + 1] * rest) / n)
        return result
    if method == 'exclusive':
        for part in range(1, n):
            index = min(max(part * (count + 1) // n, 1), count - 1)
            rest = part * (count + 1) - index * n
            result.append((data[index - 1] * (n - rest) + data[index] * rest) / n)
        return result
    raise ValueError(f'Unknown method: {method!r}')


# --- Spread

def variance(data, xbar=None):
    """The variance of a sample."""
    kind, squares, _, count = _squares(data, xbar)
    if count < 2:
        raise StatisticsError('variance requires at least two data points')
    return _convert(squares / (count - 1), kind)


def pvariance(data, mu=None):
    """The variance of a whole population."""
    kind, squares, _, count = _squares(data, mu)
    if count < 1:
        raise StatisticsError('pvariance requires at least one data point')
    return _convert(squares / count, kind)


def stdev(data, xbar=None):
    """The standard deviation of a sample."""
    _, squares, _, count = _squares(data, xbar)
    if count < 2:
        raise StatisticsError('stdev requires at least two data points')
    return _square_root(squares / (count - 1))


def pstdev(data, mu=None):
    """The standard deviation of a whole population."""
    _, squares, _, count = _squares(data, mu)
    if count < 1:
        raise StatisticsError('pstdev requires at least one data point')
    return _square_root(squares / count)


# --- Two inputs

def _deviations(x, y, what):
    count = len(x)
    if len(y) != count:
        raise StatisticsError(f'{what} requires that both inputs have same number of data points')
    if count < 2:
        raise StatisticsError(f'{what} requires at least two data points')
    mean_x = math.fsum(x) / count
    mean_y = math.fsum(y) / count
    return mean_x, mean_y, [value - mean_x for value in x], [value - mean_y for value in y]


def covariance(x, y, /):
    """How far two inputs vary together."""
    _, _, left, right = _deviations(x, y, 'covariance')
    return math.fsum(a * b for a, b in zip(left, right)) / (len(x) - 1)


def correlation(x, y, /):
    """Pearson's correlation coefficient."""
    _, _, left, right = _deviations(x, y, 'correlation')
    both = math.fsum(a * b for a, b in zip(left, right))
    squares_x = math.fsum(a * a for a in left)
    squares_y = math.fsum(b * b for b in right)
    try:
        return both / math.sqrt(squares_x * squares_y)
    except ZeroDivisionError:
        raise StatisticsError('at least one of the inputs is constant') from None


LinearRegression = namedtuple('LinearRegression', ('slope', 'intercept'))


def linear_regression(x, y, /, *, proportional=False):
    """The line nearest to points: slope and intercept."""
    mean_x, mean_y, left, right = _deviations(x, y, 'linear regression')
    if proportional:
        both = math.fsum(a * b for a, b in zip(x, y))
        squares = math.fsum(a * a for a in x)
    else:
        both = math.fsum(a * b for a, b in zip(left, right))
        squares = math.fsum(a * a for a in left)
    try:
        slope = both / squares
    except ZeroDivisionError:
        raise StatisticsError('x is constant') from None
    return LinearRegression(slope=slope, intercept=0.0 if proportional else mean_y - slope * mean_x)


# --- The normal distribution

def _standard_quantile(p):
    # Where the standard normal distribution reaches p: by bisection, then Newton's method on the
    # smaller tail, which keeps all digits.
    if p == 0.5:
        return 0.0
    tail = min(p, 1.0 - p)
    low, high = 0.0, 40.0
    for _ in range(30):
        middle = (low + high) / 2
        if 0.5 * math.erfc(middle / math.sqrt(2.0)) > tail:
            low = middle
        else:
            high = middle
    x = (low + high) / 2
    for _ in range(4):
        density = math.exp(-x * x / 2.0) / math.sqrt(2.0 * math.pi)
        if density == 0.0:
            break
        x += (0.5 * math.erfc(x / math.sqrt(2.0)) - tail) / density
    return -x if p < 0.5 else x


class NormalDist:
    """A normal distribution."""

    __slots__ = {'_mu': 'Arithmetic mean of a normal distribution',
                 '_sigma': 'Standard deviation of a normal distribution'}

    def __init__(self, mu=0.0, sigma=1.0):
        if sigma < 0.0:
            raise StatisticsError('sigma must be non-negative')
        self._mu = float(mu)
        self._sigma = float(sigma)

    @classmethod
    def from_samples(cls, data):
        """The distribution data come from, probably."""
        data = list(data)
        return cls(mean(data), stdev(data))

    def samples(self, n, *, seed=None):
        """Random values."""
        import random
        gauss = random.gauss if seed is None else random.Random(seed).gauss
        return [gauss(self._mu, self._sigma) for _ in range(n)]

    def pdf(self, x):
        """The density at x."""
        variance = self._sigma * self._sigma
        if not variance:
            raise StatisticsError('pdf() not defined when sigma is zero')
        difference = x - self._mu
        return math.exp(difference * difference / (-2.0 * variance)) / math.sqrt(
            math.tau * variance)

    def cdf(self, x):
        """The probability of a value not above x."""
        if not self._sigma:
            raise StatisticsError('cdf() not defined when sigma is zero')
        return 0.5 * (1.0 + math.erf((x - self._mu) / (self._sigma * math.sqrt(2.0))))

    def inv_cdf(self, p):
        """The value that is not exceeded with probability p."""
        if p <= 0.0 or p >= 1.0:
            raise StatisticsError('p must be in the range 0.0 < p < 1.0')
        if self._sigma <= 0.0:
            raise StatisticsError('cdf() not defined when sigma at or below zero')
        return self._mu + _standard_quantile(p) * self._sigma

    def quantiles(self, n=4):
        """The values between n parts of equal probability."""
        return [self.inv_cdf(part / n) for part in range(1, n)]

    def overlap(self, other):
        """The area two densities have in common."""
        if not isinstance(other, NormalDist):
            raise TypeError('Expected another NormalDist instance')
        x, y = self, other
        if (y._sigma, y._mu) < (x._sigma, x._mu):
            x, y = y, x
        variance_x, variance_y = x.variance, y.variance
        if not variance_x or not variance_y:
            raise StatisticsError('overlap() not defined when sigma is zero')
        difference = variance_y - variance_x
        distance = math.fabs(y._mu - x._mu)
        if not difference:
            return 1.0 - math.erf(distance / (2.0 * x._sigma * math.sqrt(2.0)))
        middle = x._mu * variance_y - y._mu * variance_x
        width = x._sigma * y._sigma * math.sqrt(
            distance * distance + difference * math.log(variance_y / variance_x))
        left, right = (middle + width) / difference, (middle - width) / difference
        return 1.0 - (math.fabs(y.cdf(left) - x.cdf(left)) + math.fabs(y.cdf(right) - x.cdf(right)))

    def zscore(self, x):
        """How many standard deviations x is away from the mean."""
        if not self._sigma:
            raise StatisticsError('zscore() not defined when sigma is zero')
        return (x - self._mu) / self._sigma

    @property
    def mean(self):
        """The arithmetic mean."""
        return self._mu

    @property
    def median(self):
        """The median."""
        return self._mu

    @property
    def mode(self):
        """The value of the highest density."""
        return self._mu

    @property
    def stdev(self):
        """The standard deviation."""
        return self._sigma

    @property
    def variance(self):
        """The square of the standard deviation."""
        return self._sigma * self._sigma

    def __add__(x1, x2):
        if isinstance(x2, NormalDist):
            return NormalDist(x1._mu + x2._mu, math.hypot(x1._sigma, x2._sigma))
        return NormalDist(x1._mu + x2, x1._sigma)

    def __sub__(x1, x2):
        if isinstance(x2, NormalDist):
            return NormalDist(x1._mu - x2._mu, math.hypot(x1._sigma, x2._sigma))
        return NormalDist(x1._mu - x2, x1._sigma)

    def __mul__(x1, x2):
        return NormalDist(x1._mu * x2, x1._sigma * math.fabs(x2))

    def __truediv__(x1, x2):
        return NormalDist(x1._mu / x2, x1._sigma / math.fabs(x2))

    def __pos__(x1):
        return NormalDist(x1._mu, x1._sigma)

    def __neg__(x1):
        return NormalDist(-x1._mu, x1._sigma)

    __radd__ = __add__
    __rmul__ = __mul__

    def __rsub__(x1, x2):
        return -(x1 - x2)

    def __eq__(x1, x2):
        if not isinstance(x2, NormalDist):
            return NotImplemented
        return x1._mu == x2._mu and x1._sigma == x2._sigma

    def __hash__(self):
        return hash((self._mu, self._sigma))

    def __repr__(self):
        return f'{type(self).__name__}(mu={self._mu!r}, sigma={self._sigma!r})'
