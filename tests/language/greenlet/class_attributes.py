# The class names what the module names; the types know their module.
import greenlet as module
from greenlet import greenlet

print(greenlet.__name__, greenlet.__module__)
print(greenlet.GreenletExit is module.GreenletExit, greenlet.error is module.error)
print(greenlet.getcurrent is not None, callable(greenlet.settrace), callable(greenlet.gettrace))
print(sorted(name for name in dir(greenlet) if not name.startswith("_")))
print(sorted(name for name in module.__all__ if not name.startswith("_")))
print(module.GreenletExit.__module__, module.error.__module__)
print(module.GREENLET_USE_CONTEXT_VARS, module.GREENLET_USE_GC)
