# The = form keeps the text of the expression, and combines with ! and :.
x = 3.14159
s = 'é'
def f(a): return a
class C:
    attr = 'v'
    def __repr__(self): return 'repr'
    def __str__(self): return 'str'
    def __format__(self, spec): return f'format({spec})'
c = C()
print(f'{x=}', f'{x = }', f'{ x=}', f'{x= }', f'{x=:.2f}', f'{x=!r}', f'{x=!s}', f'{x = :8.1f}|',
    f'{x=!r:>10}|', f'{x=:}')
print(f'{s=}', f'{s=!s}', f'{s=!a}', f'{s=:>3}', f'{f(1)=}', f'{f("q")=}', f'{1 + 2=}', f'{1+2 =}',
    f'{x > 3=}', f'{[i for i in "ab"]=}', f'{(y := 5)=}')
print(f'{c=}', f'{c=!s}', f'{c=:spec}', f'{c=!r:>6}', f'{c.attr=}', f'{c.attr = !s}', f'pre {c=} post',
    f'{c = :}')
print(f'''{
x
=}''')
print(f'{x=:{10}.{3}}|', f'{{x=}}', f'{x==3.14159}', f'{x<=4}', f'{x!=4}', f'{x>=3=}', f'{"="=}',
    f'{dict(a=1)=}', f'{x  =  }')
print(f'{(lambda a=1: a)()=}', f'{c.__class__.__name__=}', f'{len("=")=}', f'{x=!r}{s=!r}')
