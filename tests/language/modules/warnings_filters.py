# Module warnings: filters, places, recording
import warnings, sys
sys.stderr=sys.stdout
warnings.warn('one'); warnings.warn('two', DeprecationWarning); warnings.warn('p', PendingDeprecationWarning)
for i in range(3): warnings.warn('rep')
def f(): warnings.warn('lvl', RuntimeWarning, stacklevel=2)
f()
f()
warnings.warn('deep', stacklevel=50)
with warnings.catch_warnings(record=True) as w:
    warnings.simplefilter('always')
    warnings.warn('x'); warnings.warn(UserWarning('y'))
    print(len(w), w[0].message, w[0].category, w[0].lineno, str(w[1])[:30], w[0].filename[-5:])
with warnings.catch_warnings():
    warnings.simplefilter('error')
    try: warnings.warn('boom')
    except UserWarning as e: print(repr(e))
with warnings.catch_warnings():
    warnings.simplefilter('ignore'); warnings.warn('gone')
with warnings.catch_warnings():
    warnings.simplefilter('once')
    for i in range(2): warnings.warn('o1')
    warnings.warn('o1')
def t(f,*a,**k):
    try: print(repr(f(*a,**k)))
    except BaseException as e: print(type(e).__name__, e)
t(warnings.warn,'a',3); t(warnings.warn,'a',int); t(warnings.simplefilter,'nope'); t(warnings.filterwarnings,'ignore',3)
print(warnings.formatwarning('m',UserWarning,'nofile',3), warnings.formatwarning('m',UserWarning,'nofile',3,'  line '))
warnings.showwarning('m',UserWarning,'nofile',3)
warnings.warn_explicit('ex', UserWarning, 'f.py', 7)
def sw(*a): print('SW', a[1:])
warnings.showwarning=sw
warnings.warn('custom')
print(warnings.catch_warnings(record=True))
c=warnings.catch_warnings(); c.__enter__(); t(c.__enter__)
print(warnings.filters[-1][0])
t(warnings.catch_warnings().__exit__)
