# SystemExit passes through except Exception, generators and comprehensions.
import sys
def gen():
    try:
        yield 1
        sys.exit(5)
    except Exception: print('not here')
    finally: print('generator finally')
def run():
    try: return [x for x in gen()]
    except ValueError: print('nor here')
    finally: print('run finally')
run()
