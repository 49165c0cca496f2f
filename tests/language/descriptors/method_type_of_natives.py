# A bound method made of a native method and an object of another class raises when it is called.
import types


def call(function, *arguments):
    try:
        return function(*arguments)
    except TypeError as error:
        return str(error)


numbers = []
for _ in range(3):
    numbers.append(1)
wrong = types.MethodType(list.append, 5)
right = types.MethodType(list.append, numbers)
for _ in range(3):
    print(call(wrong, 1))
    print(call(right, 2))
print(numbers, call(types.MethodType(str.split, b"a b")), call(types.MethodType(dict.get, []), 1))
print(call(types.MethodType(len, [1, 2])), call(types.MethodType(str.split, "a b")))
