# Every arrangement of try, except, else and finally.
def run(exc):
    try:
        print('body', end=' ')
        if exc: raise exc
    except (TypeError, KeyError) as e: print('tuple', type(e).__name__, end=' ')
    except ValueError: print('value', end=' ')
    except Exception as e:
        print('exception', end=' ')
    else: print('else', end=' ')
    finally: print('finally')
for e in None, TypeError(), KeyError(), ValueError(), OSError(): run(e)
try: pass
finally: print('only finally')
try: 1 / 0
except: print('bare')
else: print('no')
try:
    try: 1 / 0
    finally: print('inner finally')
except ZeroDivisionError: print('outer')
classes = [IndexError, LookupError]
try: {}['k']
except classes[0]: print('index')
except classes[1]: print('lookup')
try:
    try: raise ValueError
    except TypeError if 1 else ValueError: print('no')
except ValueError: print('passed on')
