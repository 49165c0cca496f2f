# __reduce__ in all its forms.
import pickle
class R:
    def __init__(self, value): self.value = value
    def __reduce__(self): return self.value
for value in [1, (), (1,), (int, 1), (1, ()), (int, (), None, 1), (int, (), None, None, 1),
              (int, (), 1, 2, 3, 4, 5), 'R', (list, (), None, iter([1, 2])),
              (dict, (), None, None, iter([(1, 2)])), (int, (), None, None, iter([1]))]:
    try:
        data = pickle.dumps(R(value))
        print(data, pickle.loads(data))
    except Exception as error:
        print(type(error).__name__, str(error)[:70].split(' object at')[0])
def set_it(obj, state): obj.state = ('set', state)
class S:
    def __reduce__(self): return S, (), 'st', None, None, set_it
print(pickle.loads(pickle.dumps(S())).state)
class X:
    def __reduce_ex__(self, protocol): return str, ('protocol %d' % protocol,)
print([pickle.loads(pickle.dumps(X(), p)) for p in range(2, 6)])
