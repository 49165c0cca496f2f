def count(n):
    while n:
        try:
            sent = yield n
        except ValueError as error:
            yield str(error)
        finally:
            n -= 1
    return 'done'
g = count(3)
x = [next(g), g.send(1), g.throw(ValueError('v'))]
def chain():
    y = yield from count(2)
    yield y
print(list(chain()), *(i * i for i in range(4) if i))
g.close()
