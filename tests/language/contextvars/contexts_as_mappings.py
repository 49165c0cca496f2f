# Context: a mapping of variables to values that scripts cannot change.
import contextvars

a = contextvars.ContextVar('a')
b = contextvars.ContextVar('b', default=2)
a.set(1)
context = contextvars.copy_context()
print(len(context), a in context, b in context, context[a], context.get(b), context.get(b, 3))
print(list(context) == [a], list(context.keys()) == [a], list(context.values()),
      list(context.items()) == [(a, 1)])
for use in (lambda: context[b], lambda: context['a'], lambda: 'a' in context,
            lambda: context.get(1)):
    try:
        use()
    except (KeyError, TypeError) as error:
        print(type(error).__name__, str(error).split(' name=')[0])
print(context == context.copy(), context == contextvars.Context(), context != {},
      contextvars.Context() == contextvars.Context())
try:
    contextvars.Context(1)
except TypeError as error:
    print(error)
try:
    context[a] = 3
except TypeError as error:
    print('no assignment')
empty = contextvars.Context()
print(len(empty), list(empty), bool(empty))
