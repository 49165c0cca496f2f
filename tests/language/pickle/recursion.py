# heavy
# Objects that hold themselves, and shared ones.
import pickle
l = []
l.append(l)
m = pickle.loads(pickle.dumps(l))
print(m[0] is m, pickle.dumps(l))
t = ([],)
t[0].append(t)
u = pickle.loads(pickle.dumps(t))
print(u[0][0] is u, pickle.dumps(t))
d = {}
d['d'] = d
e = pickle.loads(pickle.dumps(d))
print(e['d'] is e)
class C: pass
c = C(); c.me = c
k = pickle.loads(pickle.dumps(c))
print(k.me is k)
shared = [1]
a, b = pickle.loads(pickle.dumps([shared, shared]))
print(a is b)
deep = []
for _ in range(200000):
    deep = [deep]
try:
    pickle.dumps(deep)
except RecursionError as error:
    print(error)
