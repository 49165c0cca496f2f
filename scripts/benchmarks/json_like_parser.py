"""Writes a large nested document as text, parses it with a hand-made parser, and walks it."""
# benchmark: allocation-heavy


class DocumentError(ValueError):
    pass


ESCAPES = {"n": "\n", "t": "\t", '"': '"', "\\": "\\"}


class Parser:
    def __init__(self, text):
        self.text = text
        self.position = 0

    def parse(self):
        value = self.value()
        self.blanks()
        if self.position != len(self.text):
            raise DocumentError(f"text after the document at {self.position}")
        return value

    def blanks(self):
        text = self.text
        position = self.position
        while position < len(text) and text[position] in " \n\t":
            position += 1
        self.position = position

    def value(self):
        self.blanks()
        character = self.text[self.position]
        if character == "{":
            return self.mapping()
        if character == "[":
            return self.sequence()
        if character == '"':
            return self.string()
        if character == "-" or character.isdigit():
            return self.number()
        for word, meaning in (("true", True), ("false", False), ("null", None)):
            if self.text.startswith(word, self.position):
                self.position += len(word)
                return meaning
        raise DocumentError(f"unexpected {character!r} at {self.position}")

    def expect(self, character):
        self.blanks()
        if self.text[self.position] != character:
            raise DocumentError(f"expected {character!r} at {self.position}")
        self.position += 1

    def peek(self):
        self.blanks()
        return self.text[self.position]

    def mapping(self):
        self.expect("{")
        result = {}
        while self.peek() != "}":
            key = self.string()
            self.expect(":")
            result[key] = self.value()
            if self.peek() == ",":
                self.position += 1
        self.position += 1
        return result

    def sequence(self):
        self.expect("[")
        result = []
        while self.peek() != "]":
            result.append(self.value())
            if self.peek() == ",":
                self.position += 1
        self.position += 1
        return result

    def string(self):
        self.expect('"')
        text = self.text
        start = self.position
        pieces = []
        while True:
            character = text[self.position]
            if character == '"':
                pieces.append(text[start : self.position])
                self.position += 1
                return "".join(pieces)
            if character == "\\":
                pieces.append(text[start : self.position])
                pieces.append(ESCAPES[text[self.position + 1]])
                self.position += 2
                start = self.position
            else:
                self.position += 1

    def number(self):
        text = self.text
        start = self.position
        while self.position < len(text) and text[self.position] in "-+.eE0123456789":
            self.position += 1
        word = text[start : self.position]
        return float(word) if "." in word or "e" in word else int(word)


def quoted(text):
    for raw, escaped in (("\\", "\\\\"), ('"', '\\"'), ("\n", "\\n"), ("\t", "\\t")):
        text = text.replace(raw, escaped)
    return '"' + text + '"'


def written(value):
    if value is None:
        return "null"
    if value is True:
        return "true"
    if value is False:
        return "false"
    if isinstance(value, str):
        return quoted(value)
    if isinstance(value, dict):
        return "{" + ", ".join(f"{quoted(k)}: {written(v)}" for k, v in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join([written(each) for each in value]) + "]"
    return repr(value)


def make_document(count):
    return {
        "title": 'A "quoted" title\n\twith breaks',
        "entries": [
            {
                "id": i,
                "name": f"entry number {i}",
                "price": i * 1.25,
                "tags": ["t%d" % (i % 5), "common", ""],
                "nested": {"even": i % 2 == 0, "nothing": None, "deep": [[i, [i + 1]], {}]},
            }
            for i in range(count)
        ],
    }


def sum_of_numbers(value):
    if isinstance(value, bool) or value is None or isinstance(value, str):
        return 0
    if isinstance(value, dict):
        return sum(sum_of_numbers(each) for each in value.values())
    if isinstance(value, list):
        return sum(map(sum_of_numbers, value))
    return value


def main():
    document = make_document(7000)
    text = written(document)
    parsed = Parser(text).parse()
    print(len(text), parsed == document, sum_of_numbers(parsed))
    again = written(Parser(text).parse())
    print(again == text)
    try:
        Parser(text[:-1] + "x").parse()
    except DocumentError as error:
        print(error)


main()
