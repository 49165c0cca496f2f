real = 'really there'
def __getattr__(name):
    if name in ('dynamic', 'computed') or name.startswith('x_'): return f'<{name}>'
    raise AttributeError(f'module has no {name!r}')
def __dir__(): return ['listed', 'dynamic']
