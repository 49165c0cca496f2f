# What variables and tokens show.
import contextvars


def shown(value):
    text = repr(value)
    while ' at 0x' in text:
        before, _, after = text.partition(' at 0x')
        text = before + ' AT' + after.lstrip('0123456789abcdef')
    return text


variable = contextvars.ContextVar('name')
other = contextvars.ContextVar('other', default=[1, 'two'])
print(shown(variable), shown(other))
token = variable.set(1)
print(shown(token))
variable.reset(token)
print(shown(token))
print(contextvars.ContextVar[int], contextvars.Token[str])
print(contextvars.ContextVar.__module__, contextvars.Context.__name__)
