# try/except/else/finally in a loop: every combination of leaving body, handler, else and finally.
ways = {'fall': 'pass', 'return': 'return log + ["{p} returned"]', 'break': 'break', 'continue': 'continue', 'raise': 'raise KeyError("{p}")'}
import sys
results = {}
for body in ways:
    for handler in ways:
        for last in ways:
            source = f'''
def f():
    log = []
    for i in range(2):
        try:
            log.append(("body", i))
            {ways[body].replace("{p}", "body")}
        except KeyError as e:
            log.append(("handler", i, e.args, sys.exc_info()[0] is KeyError))
            {ways[handler].replace("{p}", "handler")}
        else:
            log.append(("else", i))
        finally:
            log.append(("finally", i, sys.exc_info()[0] and sys.exc_info()[0].__name__))
            {ways[last].replace("{p}", "finally")}
        log.append(("after", i))
    else:
        log.append("loop else")
    log.append(sys.exc_info())
    return log
'''
            space = {'sys': sys}
            exec(source, space)
            try: result = space['f']()
            except KeyError as e: result = ('KeyError', e.args, repr(e.__context__))
            print(body, handler, last, result)
