"""Module decimal's texts: reading numbers, writing them, the format mini-language."""

import re

_number = re.compile(r'''
    (?P<sign>[-+])?
    (?:
        (?=\d|\.\d) (?P<int>\d*) (?:\.(?P<frac>\d*))? (?:E(?P<exp>[-+]?\d+))?
      | Inf(?:inity)?
      | (?P<signal>s)? NaN (?P<diag>\d*)
    )\Z''', re.VERBOSE | re.IGNORECASE)
_specifier = re.compile(r'''
    (?:(?P<fill>.)?(?P<align>[<>=^]))?
    (?P<sign>[-+ ])?
    (?P<no_neg_0>z)?
    (?P<alt>\#)?
    (?P<zeropad>0)?
    (?P<width>(?!0)\d+)?
    (?P<comma>,)?
    (?:\.(?P<precision>0|(?!0)\d+))?
    (?P<type>[eEfFgGn%])?\Z''', re.VERBOSE | re.DOTALL)


def parse_text(text):
    """(sign, coefficient, exponent, kind); None if it is no number."""
    match = _number.match(text)
    if match is None:
        return None
    sign = int(match['sign'] == '-')
    whole = match['int']
    if whole is not None:
        fraction = match['frac'] or ''
        return sign, number_of(whole + fraction), int(match['exp'] or 0) - len(fraction), 0
    diagnosis = match['diag']
    if diagnosis is None:
        return sign, 0, 0, 1
    return sign, number_of(diagnosis), 0, 3 if match['signal'] else 2


def number_of(digits):
    """int() of any number of digits."""
    if len(digits) <= 4000:
        return int(digits or '0')
    half = len(digits) // 2
    return number_of(digits[:-half]) * 10 ** half + number_of(digits[-half:])


def text_of(number):
    """str() of any number of digits."""
    if number.bit_length() < 13000:
        return str(number)
    half = number.bit_length() * 3 // 20
    high, low = divmod(number, 10 ** half)
    return text_of(high) + text_of(low).rjust(half, '0')


def format_number(number, capitals, is_engineering=False):
    """The text of a number, with an exponent where that is usual."""
    sign = '-' if number._sign else ''
    if number._kind == 1:
        return sign + 'Infinity'
    if number._kind:
        return sign + ('NaN' if number._kind == 2 else 'sNaN') + number._digits
    digits = text_of(number._int)
    leftmost = number._exp + len(digits)  # digits before the point, without an exponent
    if number._exp <= 0 and leftmost > -6:
        point = leftmost
    elif not is_engineering:
        point = 1
    elif not number._int:
        point = (leftmost + 1) % 3 - 1
    else:
        point = (leftmost - 1) % 3 + 1
    if point <= 0:
        text = '0.' + '0' * -point + digits
    elif point >= len(digits):
        text = digits + '0' * (point - len(digits))
    else:
        text = f'{digits[:point]}.{digits[point:]}'
    if leftmost != point:
        text += ('e', 'E')[capitals] + f'{leftmost - point:+d}'
    return sign + text


def format_by_specifier(number, specifier, context, shortened):
    """format(number, specifier)."""
    if not isinstance(specifier, str):
        raise TypeError('format argument must be str')
    match = _specifier.match(specifier)
    if match is None or match['zeropad'] and match['align'] is not None and match['fill']:
        raise ValueError('invalid format string')
    kind = match['type'] or ''
    sign = '-' if number._sign else match['sign'] if match['sign'] in ('+', ' ') else ''
    fill = match['fill'] or ' '
    align = match['align'] or '>'
    if match['zeropad']:
        fill, align = '0', '='
    width = int(match['width'] or 0)
    grouping = 3 if match['comma'] else 0
    if number._kind:
        body = ('Infinity', 'NaN', 'sNaN')[number._kind - 1] + (
            number._digits if number._kind > 1 else '')
        if kind == '%':
            body += '%'
        if match['zeropad'] and not match['align']:
            fill, align = ' ', '>'
        return _aligned(sign, body, fill, align, width)
    coefficient, exponent = number._int, number._exp
    precision = None if match['precision'] is None else int(match['precision'])
    rounding = context.rounding
    if kind == '%':
        exponent += 2
    if not kind:
        kind = 'G' if context.capitals else 'g'
    if kind == 'n':
        kind = 'g'
    if precision is not None:
        if kind in 'eE':
            coefficient, exponent = _to_digits(coefficient, exponent, precision + 1, rounding,
                                               number._sign, shortened, pad=True)
        elif kind in 'fF%':
            if -precision > exponent:
                coefficient = shortened(coefficient, -precision - exponent, rounding,
                                        number._sign)[0] if coefficient else 0
            else:
                coefficient *= 10 ** (exponent + precision)
            exponent = -precision
        elif len(text_of(coefficient)) > max(precision, 1):
            coefficient, exponent = _to_digits(coefficient, exponent, max(precision, 1), rounding,
                                               number._sign, shortened)
    elif kind in 'fF%' and exponent > 0:
        coefficient, exponent = coefficient * 10 ** exponent, 0
    digits = text_of(coefficient)
    if match['no_neg_0'] and not coefficient and sign == '-':
        sign = match['sign'] if match['sign'] in ('+', ' ') else ''
    leftmost = exponent + len(digits)
    if kind in 'eE':
        point = 1
        if not coefficient and precision is not None:
            digits = '0' * (precision + 1)
            leftmost = exponent + len(digits)
    elif kind in 'fF%':
        point = leftmost
    elif exponent <= 0 and leftmost > -6:
        point = leftmost
    else:
        point = 1
    if point <= 0:
        whole, fraction = '0', '0' * -point + digits
    elif point >= len(digits):
        whole, fraction = digits + '0' * (point - len(digits)), ''
    else:
        whole, fraction = digits[:point], digits[point:]
    tail = f'.{fraction}' if fraction or match['alt'] else ''
    if leftmost != point or kind in 'eE':
        tail += ('E' if kind in 'EG' else 'e') + f'{leftmost - point:+d}'
    if kind == '%':
        tail += '%'
    if grouping:
        if align == '=' and fill == '0':
            whole = _grouped(whole, width - len(sign) - len(tail))
        else:
            whole = _grouped(whole, 0)
    return _aligned(sign, whole + tail, fill, align, width)


def _to_digits(coefficient, exponent, count, rounding, sign, shortened, pad=False):
    digits = len(text_of(coefficient))
    if digits > count:
        drop = digits - count
        coefficient = shortened(coefficient, drop, rounding, sign)[0]
        exponent += drop
        if len(text_of(coefficient)) > count:
            coefficient //= 10
            exponent += 1
    elif pad and coefficient:
        coefficient *= 10 ** (count - digits)
        exponent -= count - digits
    return coefficient, exponent


def _grouped(whole, least):
    # With zeros in front until it is `least` wide; a separator never comes first.
    while True:
        text = ''
        for i, digit in enumerate(reversed(whole)):
            if i and i % 3 == 0:
                text = ',' + text
            text = digit + text
        if len(text) >= least:
            return text
        whole = '0' + whole


def _aligned(sign, body, fill, align, width):
    padding = fill * (width - len(sign) - len(body))
    if align == '<':
        return sign + body + padding
    if align == '=':
        return sign + padding + body
    if align == '^':
        half = len(padding) // 2
        return padding[:half] + sign + body + padding[half:]
    return padding + sign + body
