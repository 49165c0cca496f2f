# Word wrap, justification, columns, roman numerals and number words.
# heavy
def wrap(text, width):
    lines, cur = [], []
    for w in text.split():
        if cur and sum(map(len, cur)) + len(cur) + len(w) > width: lines.append(cur); cur = []
        cur.append(w)
    return lines + [cur] if cur else lines
def justify(words, width):
    if len(words) == 1: return words[0].ljust(width)
    gaps = len(words) - 1
    q, r = divmod(width - sum(map(len, words)), gaps)
    return ''.join(w + ' ' * (q + (i < r) if i < gaps else 0) for i, w in enumerate(words))
text = 'Ein längerer Text mit Wörtern verschiedener Länge, der in mehrere Zeilen von gleicher Breite gesetzt werden soll, damit er ordentlich aussieht.'
lines = wrap(text, 30)
for w in lines[:-1]: print('|' + justify(w, 30) + '|')
print('|' + ' '.join(lines[-1]).ljust(30) + '|')
for w in lines: print('|' + ' '.join(w).center(30, '.') + '|')
def table(rows):
    widths = [max(len(str(r[i])) for r in rows) for i in range(len(rows[0]))]
    for r in rows: yield ' | '.join(f'{v:>{w}}' if isinstance(v, (int, float)) else f'{v:<{w}}' for v,
            w in zip(r, widths))
    yield '-+-'.join('-' * w for w in widths)
print(*table([('name', 'qty', 'price'), ('apple', 12, 0.5), ('é', 3, 1234.25)]), sep='\n')
def roman(n): return ''.join(s * c for s, v, c in _parts(n))
def _parts(n):
    for v, s in ((1000, 'M'), (900, 'CM'), (500, 'D'), (400, 'CD'), (100, 'C'), (90, 'XC'), (50, 'L'),
            (40, 'XL'), (10, 'X'), (9, 'IX'), (5, 'V'), (4, 'IV'), (1, 'I')):
        yield s, v, n // v
        n %= v
def unroman(s):
    vals = [dict(zip('IVXLCDM', (1, 5, 10, 50, 100, 500, 1000)))[c] for c in s]
    return sum(-v if v < max(vals[i:]) else v for i, v in enumerate(vals))
print([roman(n) for n in (1, 4, 9, 14, 40, 90, 400, 1994, 2024, 3999)],
    all(unroman(roman(n)) == n for n in range(1, 4000)))
small = 'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split()
tens = 'twenty thirty forty fifty sixty seventy eighty ninety'.split()
def words(n):
    if n < 0: return 'minus ' + words(-n)
    if n < 20: return small[n]
    if n < 100: return tens[n // 10 - 2] + ('-' + small[n % 10] if n % 10 else '')
    for size, name in (10 ** 9, 'billion'), (10 ** 6, 'million'), (1000, 'thousand'), (100, 'hundred'):
        if n >= size: return words(n // size) + ' ' + name + (' ' + words(n % size) if n % size else '')
for n in 0, 13, 42, 100, 999, 1001, 1234567, -5, 10 ** 12 + 1: print(n, words(n))
