"""Building text piece by piece: += in a loop, join, f-strings, slices, repeated replace."""


def by_appending(count):
    text = ""
    for i in range(count):
        text += str(i)
        if i % 7 == 0:
            text += ", "
    return text


def by_joining(count):
    pieces = []
    for i in range(count):
        pieces.append(f"<{i}:{i % 13}>")
    return "".join(pieces)


def caesar(text, shift):
    result = []
    for character in text:
        if "a" <= character <= "z":
            result.append(chr((ord(character) - 97 + shift) % 26 + 97))
        else:
            result.append(character)
    return "".join(result)


def run_lengths(text):
    out = ""
    i = 0
    while i < len(text):
        j = i
        while j < len(text) and text[j] == text[i]:
            j += 1
        out += text[i] + str(j - i)
        i = j
    return out


def checksum(text):
    total = 0
    for character in text:
        total = (total * 131 + ord(character)) % 1000000007
    return total


def main():
    total = 0
    for count in range(20000, 30000, 500):
        text = by_appending(count)
        total += len(text)
    print(total, checksum(text))
    text = by_joining(600000)
    print(len(text), text[-30:], text.count("12"), text.find("<599999:"))
    text = "the quick brown fox jumps over the lazy dog; " * 3000
    for shift in range(1, 27):
        text = caesar(text, shift)
    print(len(text), text[:44])
    text = "".join("abc"[i % 3] * (i % 11) for i in range(6000))
    for _ in range(12):
        packed = run_lengths(text)
    print(len(packed), checksum(packed))
    for i in range(600):
        text = text.replace("ab", "ba").replace("cc", "c").upper().lower()
    print(len(text), checksum(text[:100000]))


main()
