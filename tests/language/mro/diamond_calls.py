# Cooperative calls visit each class once, in MRO order.
class Base:
    def go(self): return ['Base']
class L(Base):
    def go(self): return ['L'] + super().go()
class R(Base):
    def go(self): return ['R'] + super().go()
class Mid(L): pass
class Bottom(Mid, R):
    def go(self): return ['Bottom'] + super().go()
print(Bottom().go(), L().go(), Mid().go())
print([c.__name__ for c in Bottom.__mro__], Bottom.mro() == list(Bottom.__mro__))
class Init:
    def __init__(self, **kw):
        if kw: raise TypeError(f'unused {kw}')
        self.log = ['Init']
class P(Init):
    def __init__(self, p, **kw):
        super().__init__(**kw)
        self.log.append(('P', p))
class Q(Init):
    def __init__(self, q, **kw):
        super().__init__(**kw)
        self.log.append(('Q', q))
class PQ(P, Q): pass
class QP(Q, P): pass
print(PQ(p=1, q=2).log, QP(q=1, p=2).log)
try: PQ(p=1, q=2, r=3)
except TypeError as e: print(e)
