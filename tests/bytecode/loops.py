def loops(items):
    for i in range(10):
        if i == 3:
            continue
        if i > 5:
            break
    else:
        i = -1
    for k, v in items:
        print(k, v)
    while i:
        i -= 1
    else:
        print(i)
    return i
