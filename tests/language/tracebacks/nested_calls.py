# Frames of nested calls, with functions, methods, lambdas and comprehensions.
class Thing:
    def method(self, x):
        return helper(x)

def helper(n):
    return [compute(i) for i in range(n)]

compute = lambda v: 10 // (v - 1)

def main():
    t = Thing()
    t.method(3)

main()
