"""Lays out paragraphs and tables: split, wrap, justify, pad, and the formatting mini-language."""

WORDS = (
    "thread loom weave shuttle fibre pattern selvage bobbin spindle twill linen woven cross "
    "under over between through colour row repeat frame heddle reed beam cloth a of the and"
).split()


def make_paragraph(length, seed):
    words = []
    for _ in range(length):
        seed = (seed * 69069 + 1) % 4294967296
        words.append(WORDS[(seed >> 16) % len(WORDS)])
    return " ".join(words).capitalize() + "."


def wrap(text, width):
    lines = []
    current = []
    used = 0
    for word in text.split():
        if current and used + 1 + len(word) > width:
            lines.append(current)
            current = []
            used = 0
        used += len(word) + (1 if current else 0)
        current.append(word)
    if current:
        lines.append(current)
    return lines


def justify(words, width):
    if len(words) == 1:
        return words[0]
    blanks = width - sum(len(word) for word in words)
    gaps = len(words) - 1
    each, extra = divmod(blanks, gaps)
    line = ""
    for i, word in enumerate(words[:-1]):
        line += word + " " * (each + (1 if i < extra else 0))
    return line + words[-1]


def layout(text, width):
    lines = wrap(text, width)
    result = [justify(words, width) for words in lines[:-1]]
    result.append(" ".join(lines[-1]).ljust(width))
    return result


def columns(left, right, gap):
    height = max(len(left), len(right))
    blank = " " * len(left[0])
    for i in range(height):
        first = left[i] if i < len(left) else blank
        second = right[i] if i < len(right) else ""
        yield (first + " " * gap + second).rstrip()


def table(rows):
    lines = []
    for number, name, price, share in rows:
        lines.append(f"{number:>5d}|{name:<12.10s}|{price:10,.2f}|{share:7.1%}|{number:#06x}")
        lines.append("%5d/%-12s/%08.3f/%+d" % (number, name, price, number - 50))
        lines.append("{0:^9}{1!r:>14}{2:<10.4g}".format(number, name, price))
    return lines


def checksum(lines):
    total = 0
    for line in lines:
        total = (total * 31 + len(line) + sum(line.encode()[::7])) % 1000000007
    return total


def main():
    total = 0
    sample = None
    for page in range(2400):
        left = layout(make_paragraph(60, page), 34)
        right = layout(make_paragraph(80, page + 1), 38)
        lines = list(columns(left, right, 3))
        if sample is None:
            sample = lines[:3]
        rows = [(i, WORDS[i % len(WORDS)], i * 1234.567 / 7, i / 90) for i in range(1, 60)]
        lines += table(rows)
        total = (total + checksum(lines)) % 1000000007
    print("\n".join(sample))
    print("\n".join(table([(42, "selvage", 1234.5, 0.125)])))
    print(total)


main()
