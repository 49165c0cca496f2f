# Which except clause takes an exception; tuples, expressions, wrong classes.
class A(Exception): pass
class B(A): pass
class C(B): pass
def which(e, *clauses):
    try: raise e
    except clauses[0]: return 0
    except clauses[1]: return 1
    except (clauses[2], KeyError): return 2
    except Exception: return 'exception'
    except: return 'bare'
print(which(C(), A, B, C), which(B(), C, A, B), which(A(), C, B, A), which(KeyError(), A, B, C),
    which(ValueError(), A, B, C), which(KeyboardInterrupt(), A, B, C), which(B(), (C, B), A, C),
    which(C(), (), ((A)), C))
def evaluated():
    try: raise A
    except (print('first'), KeyError)[1]: pass
    except (print('second'), A)[1]: print('matched')
    except print('never'): pass
evaluated()
def no_raise():
    try: pass
    except undefined_name: pass
    return 'not evaluated'
print(no_raise())
for bad in 5, 'str', None, [A], (A, 5), A(), object, int, ((A,),), (5, A):
    try:
        try: raise C
        except bad: print('matched', bad)
    except TypeError as e: print(e, '|', repr(e.__context__))
    except C: print('C passed')
try: raise C
except (ValueError, A): print('flat tuple')
class Meta(type):
    def __instancecheck__(c, o): print('instancecheck'); return True
    def __subclasscheck__(c, o): print('subclasscheck'); return True
class Liar(Exception, metaclass=Meta): pass
try:
    try: raise A
    except Liar: print('hooks are not consulted')
except A: print('went past')
