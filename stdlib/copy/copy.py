"""Shallow and deep copies."""

import types

__all__ = ['Error', 'copy', 'deepcopy']


class Error(Exception):
    pass


error = Error

_atomic = frozenset((
    type(None), int, float, bool, complex, bytes, str, type, range, slice, property,
    types.BuiltinFunctionType, types.EllipsisType, types.NotImplementedType, types.FunctionType,
    types.CodeType))
# What is copied by a method of its own.
_copiers = {list: list.copy, dict: dict.copy, set: set.copy, bytearray: bytearray.copy}
_uncopied = _atomic | {tuple, frozenset}


def copy(x):
    """A shallow copy."""
    cls = type(x)
    if cls in _uncopied or issubclass(cls, type):
        return x
    copier = _copiers.get(cls)
    if copier is not None:
        return copier(x)
    copier = getattr(cls, '__copy__', None)
    if copier is not None:
        return copier(x)
    reduced = _reduce(x, cls)
    if isinstance(reduced, str):
        return x
    return _rebuild(x, None, *reduced)


def deepcopy(x, memo=None, _nil=[]):
    """A copy of x and of everything in it."""
    cls = type(x)
    if cls in _atomic:
        return x
    if memo is None:
        memo = {}
    key = id(x)
    known = memo.get(key, _nil)
    if known is not _nil:
        return known
    copier = _deep_copiers.get(cls)
    if copier is not None:
        result = copier(x, memo)
    elif issubclass(cls, type):
        return x
    else:
        copier = getattr(x, '__deepcopy__', None)
        if copier is not None:
            result = copier(memo)
        else:
            reduced = _reduce(x, cls)
            if isinstance(reduced, str):
                return x
            result = _rebuild(x, memo, *reduced)
    if result is not x:
        memo[key] = result
        _keep_alive(x, memo)
    return result


def _keep_alive(x, memo):
    # What has been copied must not die and leave its id to something else.
    try:
        memo[id(memo)].append(x)
    except KeyError:
        memo[id(memo)] = [x]


def _reduce(x, cls):
    from copyreg import dispatch_table
    reductor = dispatch_table.get(cls)
    if reductor is not None:
        return reductor(x)
    reductor = getattr(x, '__reduce_ex__', None)
    if reductor is not None:
        return reductor(4)
    reductor = getattr(x, '__reduce__', None)
    if reductor is not None:
        return reductor()
    raise Error(f'un(deep)copyable object of type {cls}')


def _copy_list(x, memo):
    result = []
    memo[id(x)] = result
    for element in x:
        result.append(deepcopy(element, memo))
    return result


def _copy_tuple(x, memo):
    copied = [deepcopy(element, memo) for element in x]
    try:
        return memo[id(x)]  # the tuple is part of itself
    except KeyError:
        pass
    for element, other in zip(x, copied):
        if element is not other:
            return tuple(copied)
    return x


def _copy_dict(x, memo):
    result = {}
    memo[id(x)] = result
    for key, value in x.items():
        result[deepcopy(key, memo)] = deepcopy(value, memo)
    return result


def _copy_method(x, memo):
    return type(x)(x.__func__, deepcopy(x.__self__, memo))


_deep_copiers = {list: _copy_list, tuple: _copy_tuple, dict: _copy_dict,
                 types.MethodType: _copy_method}


def _rebuild(x, memo, func, args, state=None, listiter=None, dictiter=None, *,
             deepcopy=deepcopy):
    deep = memo is not None
    if deep and args:
        args = (deepcopy(argument, memo) for argument in args)
    result = func(*args)
    if deep:
        memo[id(x)] = result
    if state is not None:
        if deep:
            state = deepcopy(state, memo)
        if hasattr(result, '__setstate__'):
            result.__setstate__(state)
        else:
            slots = None
            if isinstance(state, tuple) and len(state) == 2:
                state, slots = state
            if state is not None:
                result.__dict__.update(state)
            if slots is not None:
                for name, value in slots.items():
                    setattr(result, name, value)
    if listiter is not None:
        for element in listiter:
            result.append(deepcopy(element, memo) if deep else element)
    if dictiter is not None:
        for key, value in dictiter:
            if deep:
                key, value = deepcopy(key, memo), deepcopy(value, memo)
            result[key] = value
    return result
