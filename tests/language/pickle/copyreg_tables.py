# copyreg: reduction functions and extension codes.
import copyreg, pickle, copy
class C:
    def __init__(self, n): self.n = n
copyreg.pickle(C, lambda c: (C, (c.n + 1,)))
print(pickle.loads(pickle.dumps(C(1))).n, copy.copy(C(1)).n)
class E: pass
copyreg.add_extension('__main__', 'E', 200)
data = pickle.dumps(E); print(data, pickle.loads(data) is E)
copyreg.remove_extension('__main__', 'E', 200)
try: pickle.loads(data)
except ValueError as error: print(error)
