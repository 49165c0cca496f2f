"""Module decimal's arithmetic in integers: counting and rounding digits, and functions with
infinitely many digits.

Each of those works with some more digits than are wanted, in units of 10**-places. Results end in a digit
that is neither 0 nor 5 where more would follow, so that rounding them once is right.
"""


def _inexact(number):
    # Says that digits follow.
    number *= 10
    return number + 1 if number >= 0 else number - 1


def _count(number):
    """How many decimal digits a natural number has; 1 for 0."""
    if number < 10 ** 15:
        return len(str(number))
    count = int(number.bit_length() * 0.30102999566398120) + 1
    if number < 10 ** (count - 1):
        return count - 1
    return count if number < 10 ** count else count + 1


def _shortened(number, drop, rounding, sign):
    """(the number without its last digits, rounded; whether digits that are not 0 were lost)."""
    unit = 10 ** drop
    quotient, rest = divmod(number, unit)
    if not rest:
        return quotient, False
    twice = 2 * rest
    if rounding == 'ROUND_HALF_EVEN':
        up = twice > unit or twice == unit and quotient & 1
    elif rounding == 'ROUND_HALF_UP':
        up = twice >= unit
    elif rounding == 'ROUND_HALF_DOWN':
        up = twice > unit
    elif rounding == 'ROUND_DOWN':
        up = False
    elif rounding == 'ROUND_UP':
        up = True
    elif rounding == 'ROUND_CEILING':
        up = not sign
    elif rounding == 'ROUND_FLOOR':
        up = bool(sign)
    else:
        up = quotient % 5 == 0
    return quotient + bool(up), True


def _exp(value, places):
    """e**(value / 10**places) in units of 10**-places, for a small value."""
    # e**x = (e**(x / 2**k)) ** (2**k).
    halvings = 8 + int(places ** 0.5)
    extra = halvings // 3 + 5
    unit = 10 ** (places + extra)
    value = value * 10 ** extra
    step = value >> halvings
    term = total = unit
    n = 1
    while term:
        term = term * step // (unit * n)
        total += term
        n += 1
        if -1 <= term <= 0:
            break
    for _ in range(halvings):
        total = total * total // unit
    return total // 10 ** extra


def _ln_of(numerator, unit):
    """ln(numerator / unit) in the same units, for a quotient between about 0.5 and 2."""
    # Square roots bring it near to 1, where the series of atanh converges quickly.
    from math import isqrt
    doublings = 0
    x = numerator
    while abs(x - unit) * 1000 > unit:
        x = isqrt(x * unit)
        doublings += 1
    z = (x - unit) * unit // (x + unit)
    square = z * z // unit
    term, total, n = z, 0, 1
    while term:
        total += term // n
        term = term * square // unit
        n += 2
        if term == -1:
            break
    return total * 2 << doublings


def _ln10(unit):
    # 10 = 1.25 * 2**3.
    two = _ln_of(unit * 2, unit)
    return _ln_of(unit * 5 // 4, unit) + 3 * two


def _ln(coefficient, exponent, places):
    """ln(coefficient * 10**exponent) in units of 10**-places."""
    digits = _count(coefficient)
    extra = 12 + len(str(abs(exponent) + digits)) + digits // 100
    unit = 10 ** (places + extra)
    power = exponent + digits - 1
    # The leading digits as a number from 1 to 10, then halved until it is near to 1.
    leading = (coefficient * 10 ** (places + extra - digits + 1) if places + extra >= digits - 1
               else coefficient // 10 ** (digits - 1 - places - extra))
    twos = 0
    while leading * 2 > unit * 3:
        leading = leading // 2
        twos += 1
    total = _ln_of(leading, unit)
    if twos:
        total += twos * _ln_of(unit * 2, unit)
    if power:
        total += power * _ln10(unit)
    return total // 10 ** extra


def exp_digits(coefficient, exponent, precision):
    """(digits, exponent) of e**(coefficient * 10**exponent)."""
    places = precision + 8
    magnitude = max(_count(abs(coefficient)) + exponent, 0)
    if magnitude == 0 and _count(abs(coefficient)) + exponent < -precision - 2:
        # 1 and next to nothing.
        unit = 10 ** (precision + 3)
        return (unit + (1 if coefficient > 0 else -1)), -(precision + 3)
    inner = places + magnitude + 5
    unit = 10 ** inner
    value = (coefficient * 10 ** (inner + exponent) if inner + exponent >= 0
             else coefficient // 10 ** -(inner + exponent))
    ln10 = _ln10(unit)
    power, rest = divmod(value, ln10)
    number = _exp(rest, inner)
    return _inexact(number), power - inner - 1


def ln_digits(coefficient, exponent, precision, base):
    """(digits with sign, exponent) of the logarithm, natural or to base 10."""
    places = precision + 8
    # Near to 1 the logarithm is small: as many places more.
    unit = 10 ** -exponent if exponent < 0 else 1
    distance = abs(coefficient - unit) if exponent < 0 else coefficient
    if exponent < 0 and distance:
        places += max(_count(unit) - _count(distance), 0)
    number = _ln(coefficient, exponent, places + 4)
    if base == 10:
        number = number * 10 ** (places + 4) // _ln10(10 ** (places + 4))
    return _inexact(number), -(places + 4) - 1


def power_digits(coefficient, exponent, other, other_exponent, other_sign, precision):
    """(digits, exponent, whether that is all) of the power of two numbers that are not zero."""
    exact = _exact_power(coefficient, exponent, other, other_exponent, other_sign, precision)
    if exact is not None:
        return *exact, True
    # x**y = e**(y * ln x).
    size = max(_count(other) + other_exponent, 0)
    places = precision + size + 12 + len(str(abs(exponent) + _count(coefficient)))
    logarithm = _ln(coefficient, exponent, places)
    product = logarithm * other
    if other_sign:
        product = -product
    number, power = exp_digits(product, other_exponent - places, precision)
    return number, power, False


def _exact_power(coefficient, exponent, other, other_exponent, other_sign, precision):
    # The power when it has no more digits than wanted: integers and roots of perfect powers.
    if other_exponent < 0:
        while other_exponent < 0 and other % 10 == 0:
            other //= 10
            other_exponent += 1
    while coefficient % 10 == 0:
        coefficient //= 10
        exponent += 1
    if other_exponent >= 0:
        times, root = other * 10 ** other_exponent, 1
    else:
        from math import gcd
        root = 10 ** -other_exponent
        common = gcd(other, root)
        times, root = other // common, root // common
    if root > 1000 or times > precision * 4:
        return None
    if root > 1:
        if exponent % root:
            return None
        low, high = 1, 1 << (coefficient.bit_length() // root + 1)
        while low < high:
            middle = (low + high) // 2
            if middle ** root < coefficient:
                low = middle + 1
            else:
                high = middle
        if low ** root != coefficient:
            return None
        coefficient, exponent = low, exponent // root
    if _count(coefficient) > precision + 1 and times > 1:
        return None
    number, power = coefficient ** times, exponent * times
    if other_sign:
        # 1 / number ends only if it has no factors but 2 and 5.
        rest, twos, fives = number, 0, 0
        while rest % 2 == 0:
            rest //= 2
            twos += 1
        while rest % 5 == 0:
            rest //= 5
            fives += 1
        if rest != 1:
            return None
        places = max(twos, fives)
        number, power = 10 ** places // number, -power - places
    return (number, power) if _count(number) <= precision else None
