"""Objects as bytes: dumps() and loads(), dump() and load() with files, Pickler and Unpickler.

Protocols 0 to 5 can be read, 2 to 5 written. Reading a pickle can run any code: take none from
strangers.
"""

import sys as _sys
from _pickle import (
    PickleBuffer,
    PickleError,
    Pickler,
    PicklingError,
    Unpickler,
    UnpicklingError,
    dump,
    dumps,
    load,
    loads,
)

format_version = '4.0'
compatible_formats = ['1.0', '1.1', '1.2', '1.3', '2.0', '3.0', '4.0', '5.0']
HIGHEST_PROTOCOL = 5
DEFAULT_PROTOCOL = 4
bytes_types = (bytes, bytearray)

__all__ = ['PickleError', 'PicklingError', 'UnpicklingError', 'Pickler', 'Unpickler',
           'dump', 'dumps', 'load', 'loads', 'PickleBuffer']

# The instructions of the format.
_opcodes = {
    'MARK': '(', 'STOP': '.', 'POP': '0', 'POP_MARK': '1', 'DUP': '2', 'FLOAT': 'F', 'INT': 'I',
    'BININT': 'J', 'BININT1': 'K', 'LONG': 'L', 'BININT2': 'M', 'NONE': 'N', 'PERSID': 'P',
    'BINPERSID': 'Q', 'REDUCE': 'R', 'STRING': 'S', 'BINSTRING': 'T', 'SHORT_BINSTRING': 'U',
    'UNICODE': 'V', 'BINUNICODE': 'X', 'APPEND': 'a', 'BUILD': 'b', 'GLOBAL': 'c', 'DICT': 'd',
    'EMPTY_DICT': '}', 'APPENDS': 'e', 'GET': 'g', 'BINGET': 'h', 'INST': 'i', 'LONG_BINGET': 'j',
    'LIST': 'l', 'EMPTY_LIST': ']', 'OBJ': 'o', 'PUT': 'p', 'BINPUT': 'q', 'LONG_BINPUT': 'r',
    'SETITEM': 's', 'TUPLE': 't', 'EMPTY_TUPLE': ')', 'SETITEMS': 'u', 'BINFLOAT': 'G',
    'PROTO': '\x80', 'NEWOBJ': '\x81', 'EXT1': '\x82', 'EXT2': '\x83', 'EXT4': '\x84',
    'TUPLE1': '\x85', 'TUPLE2': '\x86', 'TUPLE3': '\x87', 'NEWTRUE': '\x88', 'NEWFALSE': '\x89',
    'LONG1': '\x8a', 'LONG4': '\x8b', 'BINBYTES': 'B', 'SHORT_BINBYTES': 'C',
    'SHORT_BINUNICODE': '\x8c', 'BINUNICODE8': '\x8d', 'BINBYTES8': '\x8e', 'EMPTY_SET': '\x8f',
    'ADDITEMS': '\x90', 'FROZENSET': '\x91', 'NEWOBJ_EX': '\x92', 'STACK_GLOBAL': '\x93',
    'MEMOIZE': '\x94', 'FRAME': '\x95', 'BYTEARRAY8': '\x96', 'NEXT_BUFFER': '\x97',
    'READONLY_BUFFER': '\x98',
}
for _key, _value in _opcodes.items():
    globals()[_key] = _value.encode('latin-1')
__all__.extend(_opcodes)
TRUE = b'I01\n'
FALSE = b'I00\n'
del _key, _value


def whichmodule(obj, name):
    """The name of the module an object is found in under that name."""
    module_name = getattr(obj, '__module__', None)
    if module_name is not None:
        return module_name
    for module_name, module in list(_sys.modules.items()):
        if module_name in ('__main__', '__mp_main__') or module is None:
            continue
        found = module
        try:
            for part in name.split('.'):
                found = getattr(found, part)
        except AttributeError:
            continue
        if found is obj:
            return module_name
    return '__main__'
