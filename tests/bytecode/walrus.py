def walrus(f, x):
    if (n := len(x)) > 1:
        print(n)
    y = x + (x := 1)
    while chunk := f():
        x += chunk
    return [last := i for i in x], last, y
