# A module from the script's folder: attributes, single execution, sys.modules.
import _plain
import _plain as again
from _plain import value, helper as h
import sys
print(_plain.value, value, h(2), again is _plain, sys.modules['_plain'] is _plain)
print(_plain.__name__, _plain.__doc__, _plain.__package__ == '',
    _plain.__file__.endswith('imports/_plain.py'), type(_plain).__name__)
_plain.value = 'changed'
print(value, again.value, _plain.read())
from _plain import value as v2
print(v2)
del sys.modules['_plain']
import _plain as fresh
print(fresh is _plain, fresh.value, _plain.value)
print([n for n in dir(fresh) if n[:1] != '_'], '_hidden' in vars(fresh))
