# Copies share nothing that is written later, however many there are.
import contextvars

variables = [contextvars.ContextVar(str(index)) for index in range(20)]
for index, variable in enumerate(variables):
    variable.set(index)
contexts = [contextvars.copy_context() for _ in range(10)]
for number, context in enumerate(contexts):
    for variable in variables[number:]:
        context.run(variable.set, number * 100)
print([sum(context.values()) for context in contexts])
print(sum(variable.get() for variable in variables))
copy = contexts[3].copy()
copy.run(variables[0].set, -1)
print(contexts[3][variables[0]], copy[variables[0]], len(copy))
seen = contexts[0].items()
contexts[0].run(variables[0].set, 'changed')
print(contexts[0][variables[0]], len(list(seen)))
items = contextvars.copy_context()
total = 0
for variable in items:
    items.run(variable.set, 0)
    total += 1
print(total, sum(items.values()))
