# Context.run: changes stay in the context; no context is entered twice.
import contextvars

variable = contextvars.ContextVar('variable', default=0)


def change(value, *, more=0):
    variable.set(value + more)
    return variable.get()


context = contextvars.copy_context()
print(context.run(change, 5), variable.get(), context[variable])
print(context.run(change, 5, more=2), context.run(variable.get))


def nested():
    inner = contextvars.copy_context()
    print(inner.run(change, 9), variable.get())
    try:
        context.run(print)
    except RuntimeError as error:
        print('cannot enter context' in str(error))
    return inner


inner = context.run(nested)
print(inner[variable], context[variable])
try:
    context.run(lambda: 1 / 0)
except ZeroDivisionError as error:
    print(error)
print(context.run(variable.get), variable.get())
token = context.run(variable.set, 1)
try:
    variable.reset(token)
except ValueError as error:
    print('was created in a different Context' in str(error))
context.run(variable.reset, token)
print(context[variable])
