# The built-in exception classes and their bases.
import builtins
def show(c, depth=0):
    print('  ' * depth + c.__name__)
    for s in sorted((s for s in c.__subclasses__() if s.__module__ == 'builtins'),
            key=lambda s: s.__name__): show(s, depth + 1)
show(BaseException)
print(IOError is OSError, EnvironmentError is OSError, isinstance(KeyError(), LookupError),
    issubclass(ModuleNotFoundError, ImportError))
print(sorted(n for n in dir(builtins) if isinstance(getattr(builtins, n),
    type) and issubclass(getattr(builtins, n), BaseException))[:12])
