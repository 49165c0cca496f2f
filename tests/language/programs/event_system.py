# Signals, weak ordering by priority, decorators that register, one-shot handlers, and errors collected.
class Signal:
    def __init__(self, name=None): self.name, self.handlers = name, []
    def __set_name__(self, owner, name): self.name = name
    def __get__(self, o, t=None):
        if o is None: return self
        return o.__dict__.setdefault(self.name, Signal(self.name))
    def connect(self, f=None, *, priority=0, once=False):
        if f is None: return lambda g: self.connect(g, priority=priority, once=once)
        self.handlers.append((priority, len(self.handlers), f, once))
        self.handlers.sort(key=lambda h: (-h[0], h[1]))
        return f
    def __iadd__(self, f): self.connect(f); return self
    def __isub__(self, f): self.handlers = [h for h in self.handlers if h[2] is not f]; return self
    def __call__(self, *a, **k):
        errors, results = [], []
        for h in self.handlers[:]:
            try: results.append(h[2](*a, **k))
            except Exception as e: errors.append(e)
            if h[3]: self.handlers.remove(h)
        if errors: raise ExceptionGroup(f'{self.name} failed', errors)
        return results
    def __len__(self): return len(self.handlers)
    def __bool__(self): return True
class Button:
    clicked = Signal()
    def __init__(self, label): self.label = label
b, c = Button('ok'), Button('no')
@b.clicked.connect
def first(x): return f'first {x}'
@b.clicked.connect(priority=5)
def urgent(x): return f'urgent {x}'
b.clicked.connect(lambda x: f'once {x}', once=True)
print(b.clicked('a'), b.clicked('b'), c.clicked('c'), len(b.clicked), Button.clicked.name)
s = Signal('s')
log = []
s += log.append
s += print
print(s('to all'), log); s -= print; print(len(s))
def bad(x): raise ValueError(f'bad {x}')
def worse(x): return x.nope
s.connect(bad, priority=-1); s.connect(worse)
try: s('z')
except ExceptionGroup as g: print(g, [repr(e) for e in g.exceptions], log)
try: s('again')
except* ValueError as g: print('values', g.exceptions)
except* AttributeError as g: print('attributes', len(g.exceptions))
class Bus:
    def __init__(self): self.subs = {}
    def on(self, *topics):
        def deco(f):
            for t in topics: self.subs.setdefault(t, []).append(f)
            return f
        return deco
    def emit(self, topic, **data):
        parts = topic.split('.')
        for i in range(len(parts), 0, -1):
            for f in self.subs.get('.'.join(parts[:i]), ()): yield f(topic, **data)
bus = Bus()
@bus.on('user', 'order.paid')
def audit(t, **d): return f'audit {t} {sorted(d)}'
@bus.on('user.login')
def login(t, name, **_): return f'hello {name}'
print(list(bus.emit('user.login', name='Al', ip=1)), list(bus.emit('order.paid', sum=5)),
    list(bus.emit('order')))
