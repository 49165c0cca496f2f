# Arguments are passed by object; rebinding does not reach the caller.
def mutate(l): l.append(1)
def rebind(l): l = [9]; return l
def aug(l): l += [2]
def aug_t(t): t += (2,); return t
a = []
mutate(a); print(a)
rebind(a); print(a)
aug(a); print(a)
t = (1,)
aug_t(t); print(t)
def many(p, q): p.append('p'); return p is q
print(many(a, a), a)
def star(*args): return args
l = [1, 2]
r = star(*l)
l.append(3)
print(r)
def swap_items(d, i, j): d[i], d[j] = d[j], d[i]
swap_items(l, 0, 2); print(l)
def delete(x): del x; return 'x' in locals()
print(delete(5))
def change_default(x={}):
    x['n'] = x.get('n', 0) + 1
    return x
print(change_default() is change_default(), change_default())
