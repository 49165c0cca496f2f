"""Counts words: word_count.py [FILE...], or standard input. Shows the ten commonest."""
import sys


def words_of(stream):
    for line in stream:
        for word in line.split():
            word = word.strip(".,;:!?\"'()[]").lower()
            if word:
                yield word


def streams(names):
    if not names:
        yield sys.stdin
    for name in names:
        with open(name) as stream:
            yield stream


counts = {}
for stream in streams(sys.argv[1:]):
    for word in words_of(stream):
        counts[word] = counts.get(word, 0) + 1

commonest = sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:10]
width = max((len(word) for word, _ in commonest), default=0)
for word, count in commonest:
    print(f"{word:<{width}} {count:>6,}")
