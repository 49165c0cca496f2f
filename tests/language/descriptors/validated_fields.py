# A small field library from descriptors with __set_name__.
class Typed:
    def __init__(self, kind, default=None): self.kind, self.default = kind, default
    def __set_name__(self, owner, name):
        self.name = '_' + name
        owner.__dict__.get('fields', owner.fields).append(name)
    def __get__(self, o, t=None):
        if o is None: return self
        return getattr(o, self.name, self.default)
    def __set__(self, o, v):
        if not isinstance(v, self.kind):
            raise TypeError(f'{self.name[1:]} must be {self.kind.__name__}, not {type(v).__name__}')
        setattr(o, self.name, v)
class Positive(Typed):
    def __set__(self, o, v):
        super().__set__(o, v)
        if v <= 0: raise ValueError(f'{self.name[1:]} must be positive')
class Item:
    fields = []
    name = Typed(str, 'noname')
    price = Positive(int, 1)
    def __repr__(self): return 'Item(' + ', '.join(f'{n}={getattr(self, n)!r}' for n in self.fields) + ')'
i = Item()
print(i, Item.fields, Item.name.default)
i.name, i.price = 'pen', 5
print(i, vars(i))
for n, v in ('name', 5), ('price', 'x'), ('price', -1), ('price', True):
    try: setattr(i, n, v); print('ok')
    except (TypeError, ValueError) as e: print(type(e).__name__, e)
print(i)
