# Module random: sequences of seeds, every distribution, errors
import random
r = random.Random(42)
print([r.random() for _ in range(3)], r.getrandbits(100), r.randint(1, 10), r.randrange(0, 100, 7))
for s in (0, 1, -5, 2 ** 70, 'hello', b'x', 3.5, bytearray(b'q'), ''):
    r.seed(s)
    print(s, r.random(), r.getrandbits(5), r.getrandbits(64), r.getrandbits(33))
r.seed(7)
l = list(range(20))
r.shuffle(l)
print(l, r.choice(l), r.choices(l, k=3), r.choices('abc', [1, 2, 3], k=4))
print(r.choices('abc', cum_weights=[1, 2, 3], k=4), r.sample(l, 5), r.sample(range(1000), 5))
print(r.sample(['a', 'b'], k=3, counts=[2, 3]), r.randbytes(7))
print(r.uniform(1, 2), r.triangular(), r.triangular(1, 5, 2), r.normalvariate(), r.gauss(), r.gauss(1, 2))
print(r.lognormvariate(0, 1), r.expovariate(2), r.vonmisesvariate(1, 2), r.gammavariate(2, 3))
print(r.gammavariate(1, 3), r.gammavariate(.5, 3), r.betavariate(1, 2), r.paretovariate(3), r.weibullvariate(1, 2))
s = r.getstate()
a = r.random()
r.setstate(s)
print(a == r.random(), s[0], s[1][:3], s[2], len(s[1]))
r.seed(5, version=1)
print(r.random())
r.seed('abc', version=1)
print(r.random())


class Constant(random.Random):
    def random(self):
        return 0.25


x = Constant()
print(x.randrange(100), x.choice('abcdefgh'))
random.seed(3)
print(random.random(), random.randint(5, 9))
print(0 <= random.SystemRandom().random() < 1, len(random.randbytes(5)))


def attempt(function, *arguments, **keywords):
    try:
        print(function(*arguments, **keywords))
    except Exception as error:
        print(type(error).__name__, error)


attempt(random.choice, [])
for arguments in [(0,), (5, 5), (1, 10, 0), (1, 2, -1), (1, None, 2)]:
    attempt(random.randrange, *arguments)
attempt(random.sample, {1, 2}, 1)
attempt(random.sample, [1, 2], 3)
attempt(random.sample, [1, 2], -1)
attempt(random.sample, [1, 2], 1, counts=[1])
attempt(random.choices, [1, 2], [0, 0])
attempt(random.choices, [1, 2], [1])
attempt(random.choices, [1, 2], [1, 1], cum_weights=[1])
attempt(random.choices, [1, 2], 3)
attempt(random.choices, [1], [float('inf')])
attempt(random.seed, [])
attempt(random.setstate, (1, 2, 3))
attempt(random.setstate, (3, (1, 2), None))
attempt(random.SystemRandom().getstate)
attempt(random.getrandbits, -1)
attempt(random.gammavariate, 0, 1)
print(random.__all__)
