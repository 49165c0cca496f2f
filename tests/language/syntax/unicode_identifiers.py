# Identifiers of any script, normalised to NFKC.
café = 1
π = 3.14
данные = [1, 2]
変数 = 'v'
print(café, π, данные, 変数)
ﬁ = 'ligature'
print(fi)
print('fi' in globals(), 'ﬁ' in globals())
𝐱 = 5
print(x, 'x' in globals())
class Ünï:
    def mëthod(self, ärg): return ärg
print(Ünï().mëthod(ärg=7), Ünï.__name__)
_ = 1; __ = 2; _1 = 3; a1 = 4
print(_, __, _1, a1)
print('é'.isidentifier(), '1a'.isidentifier(), 'a·b'.isidentifier(), '·'.isidentifier())
