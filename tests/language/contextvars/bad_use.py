# Context variables, tokens and contexts that are used wrongly.
import contextvars


def show(function, *arguments, **keywords):
    try:
        print("ok", function(*arguments, **keywords))
    except BaseException as error:
        print(type(error).__name__, str(error).partition(" at 0x")[0])


number = contextvars.ContextVar("number")
other = contextvars.ContextVar("other", default=5)
show(number.get)
show(number.get, 1)
token = number.set(1)
show(other.reset, token)
show(number.reset, 1)
number.reset(token)
show(number.reset, token)
show(contextvars.ContextVar, 1)
show(contextvars.ContextVar)
show(contextvars.Token)
context = contextvars.copy_context()
show(context.__getitem__, other)
show(context.__getitem__, "number")
show(context.get, 1)
show(lambda: "number" in context)
show(context.run, context.run, int)
tokens = []
context.run(lambda: tokens.append(number.set(3)))
show(number.reset, tokens[0])
show(hash, context)
show(setattr, number, "name", "x")
show(type, "Special", (contextvars.ContextVar,), {})
