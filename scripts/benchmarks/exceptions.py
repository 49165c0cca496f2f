"""Raising and handling: deep unwinding, else and finally, own classes, chaining, no raise at all."""


class ParseError(Exception):
    def __init__(self, text, position):
        super().__init__(f"cannot read {text!r} at {position}")
        self.position = position


class Refused(ValueError):
    pass


def never_raises(count):
    total = 0
    for i in range(count):
        try:
            total += i & 7
        except ValueError:
            total -= 1
        else:
            total += 1
        finally:
            total += 2
    return total


def read_number(text):
    value = 0
    for position, character in enumerate(text):
        if not "0" <= character <= "9":
            raise ParseError(text, position)
        value = value * 10 + ord(character) - 48
    return value


def read_all(texts):
    total = positions = 0
    for text in texts:
        try:
            total += read_number(text)
        except ParseError as error:
            positions += error.position
    return total, positions


def descend(depth, log):
    try:
        if depth == 0:
            raise Refused("bottom")
        return descend(depth - 1, log)
    finally:
        log[0] += 1


def unwind(count, depth):
    log = [0]
    caught = 0
    for _ in range(count):
        try:
            descend(depth, log)
        except ValueError as error:
            caught += len(str(error))
    return log[0], caught


def translate(count):
    """Catches one error and raises another from it, as layered programs do."""
    chained = 0
    table = {"known": 1}
    for i in range(count):
        try:
            try:
                table["known" if i % 3 else "unknown"]
            except KeyError as error:
                raise Refused("no such entry") from error
        except Refused as error:
            if isinstance(error.__cause__, KeyError):
                chained += 1
    return chained


def built_in_errors(count):
    numbers = [1, 2, 3, 4]
    kinds = [0, 0, 0, 0]
    for i in range(count):
        try:
            if i % 4 == 0:
                numbers[i % 9]
            elif i % 4 == 1:
                i // (i % 3)
            elif i % 4 == 2:
                int("12x" if i % 8 == 2 else "12")
            else:
                numbers.missing
        except IndexError:
            kinds[0] += 1
        except ZeroDivisionError:
            kinds[1] += 1
        except (ValueError, TypeError):
            kinds[2] += 1
        except Exception:
            kinds[3] += 1
    return kinds


def main():
    print("never", never_raises(2000000))
    texts = [str(i * 7919) if i % 3 else str(i) + "x" + str(i) for i in range(60000)]
    print("parse", *read_all(texts))
    print("unwind", *unwind(8000, 25))
    print("translate", translate(300000))
    print("built-in", *built_in_errors(300000))


main()
