# Builtins can be shadowed and deleted again.
len = lambda x: 'shadowed'
print(len([]))
del len
print(len([1]))
try: del len
except NameError as e: print(e)
def f(list=5): return list
print(f(), list('ab'))
print = print
print('global copy')
del print
print('builtin again')
def g():
    print = str
    return print(5)
import builtins
builtins.extra = 'from builtins'
print(extra)
del builtins.extra
try: extra
except NameError as e: print(e)
builtins_len = builtins.len
builtins.len = lambda x: 99
print(len('a'))
builtins.len = builtins_len
print(len('a'))
True_ = True
try: exec('True = 1')
except SyntaxError as e: print(e.msg)
None_ = builtins.__dict__['None']
print(None_, g())
