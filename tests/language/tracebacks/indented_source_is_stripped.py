# Indentation is stripped from source lines, in deep blocks too.
def f():
    if True:
        for i in range(1):
            while True:
                try:
                    x = 1; y = i + 'a'
                finally:
                    pass
f()
