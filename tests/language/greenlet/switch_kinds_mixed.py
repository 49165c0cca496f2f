# Switches of all kinds to the same greenlets in turns: with no value, one, several, keywords, an
# exception; from loops and from below native functions; traced and not.
import greenlet


def echo(first=None):
    """Gives back whatever it is switched to with."""
    got = first
    while True:
        try:
            got = parent.switch(got)
        except ValueError as error:
            got = ('raised', repr(error))


parent = greenlet.getcurrent()


def values():
    other = greenlet.greenlet(echo)
    print(other.switch('first'), other.switch(), other.switch(1), other.switch(None),
          other.switch(1, 2), other.switch(a=1), other.switch(1, a=2), other.switch(()),
          other.switch(*[3]), other.switch(**{}), other.throw(ValueError('thrown')),
          other.switch('after'))
    print([other.switch(number) for number in range(5)])


def below_natives():
    other = greenlet.greenlet(echo)
    other.switch()
    print(sorted([3, 1, 2], key=other.switch), list(map(other.switch, 'ab')),
          max([1, 5, 3], key=lambda number: -other.switch(number)))

    def deep(number):
        if number == 0:
            return [parent.switch('deep'), parent.switch('deep again')]
        return sorted([number], key=lambda _: log.append(deep(number - 1)) or 0)

    log = []
    sorter = greenlet.greenlet(deep)
    print(sorter.switch(3), other.switch('between'), sorter.switch('one'), other.switch('more'),
          sorter.switch('two'), sorter.dead, log)


def several():
    log = []

    def runs(name, following):
        for number in range(3):
            log.append((name, following[0].switch((name, number))))
        return name

    a = greenlet.greenlet(runs)
    b = greenlet.greenlet(runs)
    c = greenlet.greenlet(runs)
    b.switch('b', [parent])
    a.switch('a', [b])
    c.switch('c', [a])
    for _ in range(6):
        for each in (c, b, a):
            if not each.dead:
                log.append(('main', each.switch('go on')))
    for entry in log:
        print(entry)


def traced():
    events = []
    other = greenlet.greenlet(echo)
    other.switch()

    def trace(event, pair):
        events.append((event, ['other' if each is other else 'main' for each in pair]))

    other.switch()
    greenlet.settrace(trace)
    other.switch(1)
    other.throw(ValueError('traced'))
    greenlet.settrace(None)
    other.switch(2)
    for event in events:
        print(event)


def handled_and_contexts():
    import contextvars
    import sys
    variable = contextvars.ContextVar('variable', default='none')

    def own(name):
        variable.set(name)
        try:
            raise KeyError(name)
        except KeyError:
            while True:
                parent.switch((variable.get(), repr(sys.exc_info()[1])))

    a = greenlet.greenlet(own)
    b = greenlet.greenlet(own)
    a.gr_context = contextvars.copy_context()
    b.gr_context = contextvars.copy_context()
    print(a.switch('a'), b.switch('b'))
    try:
        raise ValueError('main')
    except ValueError:
        for _ in range(3):
            print(a.switch(), b.switch(), repr(sys.exc_info()[1]), variable.get())
    print(sys.exc_info()[1])


def generators():
    def numbers():
        for number in range(3):
            yield parent.switch(number)

    def consumes():
        return list(numbers())

    other = greenlet.greenlet(consumes)
    print(other.switch(), other.switch('a'), other.switch('b'), other.switch('c'), other.dead)


def across_recursion():
    def down(levels):
        return down(levels - 1) if levels else parent.switch('bottom')

    others = [greenlet.greenlet(down) for _ in range(3)]
    print([other.switch(100 * place) for place, other in enumerate(others)])
    print([other.switch(place) for place, other in enumerate(others)])
    print([other.dead for other in others])


for part in (values, below_natives, several, traced, handled_and_contexts, generators,
             across_recursion):
    print('--', part.__name__)
    part()
