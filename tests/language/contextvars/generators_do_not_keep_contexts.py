# A generator runs in the context of whoever resumes it.
import contextvars

variable = contextvars.ContextVar('variable', default='outside')


def generator():
    while True:
        yield variable.get()


numbers = generator()
print(next(numbers))
context = contextvars.copy_context()
context.run(variable.set, 'inside')
print(context.run(next, numbers), next(numbers))


def setter():
    variable.set('by generator')
    yield


next(setter())
print(variable.get(), context[variable])
