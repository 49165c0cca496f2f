# Exception groups: split, subgroup, derive, nested shapes, notes, causes, except* over all of them.
class Own(ExceptionGroup):
    def derive(self, excs): return Own(self.message + "'", excs)
class Plain(ExceptionGroup): pass
class Odd(BaseExceptionGroup):
    def derive(self, excs): return list(excs)
def shape(e):
    if isinstance(e, BaseExceptionGroup): return (type(e).__name__, e.message, [shape(x) for x in e.exceptions])
    return repr(e)
V, T, K, O = ValueError('v'), TypeError('t'), KeyError('k'), OSError(1, 'o')
groups = {'flat': ExceptionGroup('flat', [V, T]), 'nested': ExceptionGroup('n', [V, ExceptionGroup('inner', [T, K]), O]), 'own': Own('own', [V, Own('deep', [T, V])]), 'plain': Plain('plain', [V, Plain('deep', [T, V])]),
    'base': BaseExceptionGroup('b', [V, KeyboardInterrupt()]), 'mixed': BaseExceptionGroup('m', [ExceptionGroup('in', [V, T]), SystemExit(3)]), 'twice': ExceptionGroup('tw', [V, V, ExceptionGroup('x', [V])])}
conditions = {'ValueError': ValueError, 'TypeError': TypeError, 'tuple': (TypeError, KeyError), 'Exception': Exception, 'BaseException': BaseException, 'none of them': IndexError, 'groups': ExceptionGroup, 'Own': Own, 'function': lambda e: isinstance(e, (ValueError, KeyError)), 'all': lambda e: True, 'nothing': lambda e: False, 'leaf': lambda e: not isinstance(e, BaseExceptionGroup), 'raises': lambda e: 1 / 0, 'empty tuple': ()}
for gname, g in groups.items():
    g.add_note('note'); g.__cause__ = K
    for cname, c in conditions.items():
        try:
            m, r = g.split(c)
            print(gname, cname, m and shape(m), r and shape(r), m is g, g.subgroup(c) is g, [x.__notes__ for x in (m, r) if x], [x.__cause__ is K for x in (m, r) if x])
        except Exception as e: print(gname, cname, type(e).__name__, e)
for bad in (5, 'a', int, [ValueError], (ValueError, int), (ValueError, 5), None):
    try: print(groups['flat'].split(bad))
    except TypeError as e: print(type(bad).__name__, e)
for make in (lambda: ExceptionGroup('m', []), lambda: ExceptionGroup('m', [1]), lambda: ExceptionGroup('m', [ValueError]), lambda: ExceptionGroup(1, [V]), lambda: ExceptionGroup('m', V), lambda: ExceptionGroup('m'), lambda: ExceptionGroup('m', [KeyboardInterrupt()]), lambda: BaseExceptionGroup('m', (V,)),
        lambda: type(BaseExceptionGroup('m', [V])).__name__, lambda: type(BaseExceptionGroup('m', [SystemExit()])).__name__, lambda: Own('m', [SystemExit()]), lambda: ExceptionGroup('m', {V: 1}), lambda: ExceptionGroup('m', iter([V])), lambda: ExceptionGroup('m', [V], 3), lambda: str(ExceptionGroup('m', [V])), lambda: str(ExceptionGroup('m', [V, T])),
        lambda: ExceptionGroup('m', (V, T)).args, lambda: repr(ExceptionGroup('m', [V])), lambda: setattr(groups['flat'], 'message', 1), lambda: setattr(groups['flat'], 'exceptions', ()), lambda: Odd('o', [V, KeyboardInterrupt()]).split(ValueError), lambda: ExceptionGroup[int], lambda: groups['flat'].derive([V]).exceptions, lambda: groups['own'].derive([V]), lambda: ExceptionGroup('m', [V]).derive(5)):
    try: print(make())
    except Exception as e: print(type(e).__name__, e)
def run(g, *clauses):
    out = []
    try:
        try: raise g
        except* ValueError as e: out.append(('V', shape(e), e.__cause__ is K)); 'raise' in clauses and exec('raise IndexError("new")')
        except* (TypeError, KeyError) as e: out.append(('TK', shape(e))); 'reraise' in clauses and exec('raise')
        else: out.append('else')
        finally: out.append('finally')
    except BaseException as e: out.append(('left', shape(e), shape(e.__context__) if e.__context__ else None))
    return out
for gname, g in list(groups.items()) + [('naked V', V), ('naked O', O)]:
    print(gname, run(g), run(g, 'raise'))
