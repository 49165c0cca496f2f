"""Counts words, letters and word pairs of a made-up text; sorts and reports."""
# benchmark: allocation-heavy

SYLLABLES = "ba ke lo mi nu pa re so ti vu an el is or um".split()


def make_text(sentences):
    state = 99
    text = []
    for _ in range(sentences):
        words = []
        for _ in range(6 + state % 7):
            word = ""
            for _ in range(1 + state % 3):
                state = (state * 1664525 + 1013904223) % 4294967296
                word += SYLLABLES[(state >> 20) % len(SYLLABLES)]
            words.append(word)
        text.append(" ".join(words).capitalize() + (". " if state % 5 else "! "))
    return "".join(text)


def words_of(text):
    for raw in text.lower().split():
        word = raw.strip(".,!?")
        if word:
            yield word


def count_words(text):
    counts = {}
    for word in words_of(text):
        if word in counts:
            counts[word] += 1
        else:
            counts[word] = 1
    return counts


def count_letters(text):
    counts = {}
    for letter in text:
        if letter.isalpha():
            counts[letter] = counts.get(letter, 0) + 1
    return counts


def count_pairs(text):
    counts = {}
    previous = None
    for word in words_of(text):
        if previous is not None:
            pair = previous + " " + word
            counts[pair] = counts.get(pair, 0) + 1
        previous = word
    return counts


def top(counts, how_many):
    ranked = sorted(counts.items(), key=lambda entry: (-entry[1], entry[0]))
    return ranked[:how_many]


def main():
    text = make_text(24000)
    words = count_words(text)
    print(len(text), len(words))
    for word, count in top(words, 5):
        print(f"{word:>8} {count:6d}")
    letters = count_letters(text)
    print(" ".join(f"{letter}{count}" for letter, count in top(letters, 8)))
    pairs = count_pairs(text)
    print(len(pairs), top(pairs, 3))
    lengths = {}
    for word in words:
        lengths.setdefault(len(word), []).append(word)
    print({length: len(group) for length, group in sorted(lengths.items())})


main()
