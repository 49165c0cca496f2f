# ContextVar: get with its defaults, set, reset by tokens.
import contextvars

plain = contextvars.ContextVar('plain')
with_default = contextvars.ContextVar('with_default', default=None)


def attempt(function, *args):
    try:
        print(repr(function(*args)))
    except Exception as error:
        print(type(error).__name__, str(error).replace(hex(id(plain)), 'ID'))


attempt(plain.get)
attempt(plain.get, 5)
attempt(with_default.get)
attempt(with_default.get, 6)
first = plain.set(1)
second = plain.set(2)
print(plain.get(), plain.name, first.var is plain, first.old_value is contextvars.Token.MISSING,
      second.old_value)
plain.reset(second)
print(plain.get())
plain.reset(first)
attempt(plain.get)
token = plain.set(3)
try:
    with_default.reset(token)
except ValueError as error:
    print('was created by a different ContextVar' in str(error))
plain.reset(token)
try:
    plain.reset(token)
except RuntimeError as error:
    print('has already been used once' in str(error))
attempt(plain.reset, 3)
attempt(contextvars.ContextVar, 3)
attempt(contextvars.Token)
print(contextvars.Token.MISSING)
try:
    plain.name = 'x'
except AttributeError as error:
    print(error)
