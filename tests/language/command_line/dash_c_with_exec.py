# -c with nested quotes, exec and comprehensions.
# command: -c "exec('def f(n):\\n    return n * 2'); [print(f(i)) for i in range(3)]"
