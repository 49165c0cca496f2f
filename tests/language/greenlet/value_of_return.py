# The value a function returns is the value of the switch() the parent waits in.
from greenlet import greenlet

print(greenlet(lambda: 42).switch())
print(greenlet(lambda *a: a).switch(1, 2))
print(greenlet(lambda **k: k).switch(a=1))
print(greenlet(lambda: None).switch())
print(greenlet(lambda: (1,)).switch())
print(greenlet(lambda: ()).switch())
print(greenlet(lambda: ({}, [])).switch())
