def handlers():
    try:
        f()
    except ValueError:
        a()
    except (KeyError, TypeError) as e:
        b(e)
    except:
        raise
    else:
        c()

def final(x):
    try:
        if x:
            return x
        f()
    finally:
        g()
    return 1

def loop_exits(items):
    for item in items:
        try:
            if item:
                continue
            break
        except E as e:
            return e
        finally:
            done(item)

def groups():
    try:
        f()
    except* ValueError as g:
        a(g)
    except* TypeError:
        b()

def raising(a):
    assert a, "message"
    raise E(a) from a
