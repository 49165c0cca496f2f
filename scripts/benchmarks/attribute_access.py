"""Attributes in all their forms: own, inherited, class-level, slots, properties, __getattr__."""


class Settings:
    scale = 3
    registry = {}

    def __init__(self):
        self.low = 1
        self.high = 9
        self.hits = 0


class Special(Settings):
    scale = 5

    def __init__(self):
        super().__init__()
        self.extra = 2


class Slotted:
    __slots__ = ("low", "high", "hits", "scale")

    def __init__(self):
        self.low = 2
        self.high = 7
        self.hits = 0
        self.scale = 4


class Computed:
    def __init__(self):
        self._low = 3
        self.hits = 0

    @property
    def low(self):
        return self._low

    @property
    def high(self):
        return self._low * 2

    @property
    def scale(self):
        return 1


class Forwarding:
    """Has nothing of its own but the target."""

    def __init__(self, target):
        self.target = target

    def __getattr__(self, name):
        return getattr(self.target, name)


def touch(thing, rounds):
    total = 0
    for _ in range(rounds):
        total += (thing.high - thing.low) * thing.scale
        thing.hits += 1
    return total + thing.hits


def read_only(thing, rounds):
    total = 0
    for _ in range(rounds):
        total += thing.high - thing.low
    return total


def mixed(things, rounds):
    """One site that sees many shapes."""
    total = 0
    for i in range(rounds):
        thing = things[i % len(things)]
        total += thing.low + thing.scale
    return total


def varying_order(count):
    """Objects whose attributes were set in different order."""
    things = []
    for i in range(count):
        thing = Special.__new__(Special)
        if i % 2:
            thing.low, thing.high, thing.hits = i, i + 1, 0
        else:
            thing.hits, thing.high, thing.low = 0, i + 2, i
        if i % 3 == 0:
            thing.note = i
        things.append(thing)
    return sum(thing.low * thing.scale + thing.high for thing in things)


def dynamic(rounds):
    thing = Settings()
    total = 0
    names = ["alpha", "beta", "gamma", "delta"]
    for i in range(rounds):
        name = names[i & 3]
        setattr(thing, name, i)
        total += getattr(thing, name) - getattr(thing, "absent", 1)
        if i % 16 == 15:
            delattr(thing, name)
    return total + len(vars(thing))


def main():
    print("instance", touch(Settings(), 900000))
    print("inherited", touch(Special(), 900000))
    print("slots", touch(Slotted(), 900000))
    print("computed", touch(Computed(), 250000))
    print("forwarded", read_only(Forwarding(Settings()), 120000))
    print("mixed", mixed([Settings(), Special(), Slotted(), Computed()], 600000))
    print("order", varying_order(150000))
    print("dynamic", dynamic(300000))


main()
