"""Pancake flips over all permutations: small lists, slices, reversed copies."""


def flips_of(deck):
    count = 0
    cards = deck[:]
    top = cards[0]
    while top:
        cards[: top + 1] = cards[top::-1]
        count += 1
        top = cards[0]
    return count


def search(size):
    """Walks all permutations by rotating ever longer prefixes."""
    deck = list(range(size))
    turns = [0] * size
    longest = 0
    checksum = 0
    number = 0
    while True:
        flips = flips_of(deck)
        if flips > longest:
            longest = flips
        checksum += -flips if number & 1 else flips
        number += 1
        level = 1
        while True:
            if level == size:
                return checksum, longest
            deck.insert(level, deck.pop(0))
            turns[level] += 1
            if turns[level] <= level:
                break
            turns[level] = 0
            level += 1


def main():
    checksum, longest = search(9)
    print(checksum, longest)


main()
