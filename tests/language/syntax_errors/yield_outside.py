# yield outside a function.
class C:
    x = yield 1
