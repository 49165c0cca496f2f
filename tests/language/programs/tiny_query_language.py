# A chainable lazy query class over records, with grouping, joins and aggregates.
class Query:
    def __init__(self, source): self.source = source
    def __iter__(self): return iter(self.source() if callable(self.source) else self.source)
    def _then(f):
        def method(self, *a, **k): return Query(lambda: f(iter(self), *a, **k))
        method.__name__ = f.__name__
        return method
    @_then
    def where(it, pred=None, **eq):
        for r in it:
            if (pred is None or pred(r)) and all(r.get(k) == v for k, v in eq.items()): yield r
    @_then
    def select(it, *names, **computed):
        for r in it: yield {n: r[n] for n in names} | {n: f(r) for n, f in computed.items()}
    @_then
    def order_by(it, *keys, desc=False): yield from sorted(it, key=lambda r: tuple(r[k] for k in keys),
            reverse=desc)
    @_then
    def limit(it, n):
        for _, r in zip(range(n), it): yield r
    @_then
    def join(it, other, on):
        index = {}
        for o in other: index.setdefault(o[on], []).append(o)
        for r in it:
            for o in index.get(r[on], ()): yield {**r, **o}
    @_then
    def group_by(it, key, **aggs):
        groups = {}
        for r in it: groups.setdefault(r[key], []).append(r)
        for k, rs in groups.items(): yield {key: k, **{n: f([x[c] for x in rs]) for n,
                (f, c) in aggs.items()}}
    del _then
    def count(self): return sum(1 for _ in self)
    def to_list(self): return list(self)
    def __getitem__(self, i): return self.to_list()[i]
    def __bool__(self): return any(True for _ in self)
    def __repr__(self): return '\n'.join(' '.join(f'{k}={v!r}' for k,
            v in r.items()) for r in self) or '(none)'
people = [dict(zip(('name', 'age', 'city'), row)) for row in (('Ann', 34, 'Bonn'), ('Bob', 27, 'Kiel'),
    ('Cyd', 41, 'Bonn'), ('Dan', 27, 'Ulm'), ('Eve', 19, 'Kiel'))]
cities = [{'city': 'Bonn', 'pop': 330}, {'city': 'Kiel', 'pop': 246}]
q = Query(people)
print(q.where(city='Bonn'))
print(q.where(lambda r: r['age'] < 30).order_by('age', 'name').select('name', older=lambda r: r['age'] + 1))
print(q.join(cities, 'city').group_by('city', n=(len, 'name'), oldest=(max, 'age'),
    mean=(lambda v: sum(v) / len(v), 'age'), pop=(max, 'pop')).order_by('n', 'city', desc=True))
print(q.order_by('age', desc=True).limit(2)[1], q.where(age=99), bool(q.where(age=99)), bool(q), q.count(),
    q.limit(0).to_list())
log = []
lazy = Query(lambda: (log.append(r['name']) or r for r in people)).where(lambda r: r['age'] > 30).limit(1)
print(log, lazy.to_list(), log, lazy.count(), log)
people.append({'name': 'Fay', 'age': 50, 'city': 'Bonn'}); print(q.where(city='Bonn').count())
try: q.select('nope').to_list()
except KeyError as e: print('KeyError', e)
try: q.nope
except AttributeError as e: print(e)
