# What each subscript form passes to __getitem__.
class S:
    def __getitem__(self, k): return k
s = S()
print(s[1], s[1,], s[1, 2], s[()], s[(1, 2)])
print(s[:], s[1:], s[:2], s[1:2], s[::], s[::3], s[1::3], s[:2:3], s[1:2:3])
print(s[1:2, 3], s[:, ::2], s[..., 1:], s[:,])
print(s[x := 4], s[lambda: 0].__class__.__name__)
print(s['a':'b'], s[None:None:-1], s[1.5], s[[1]])
print(s[1 if 0 else 2], s[not 1], s[-1])
print(s[s[1]:s[2]])
