# throw and close on coroutines, with cleanup across await chains.
class Pause:
    def __await__(self): return (yield 'paused')
log = []
async def inner():
    try: return await Pause()
    except ValueError as e: log.append(f'inner caught {e}'); return 'recovered'
    finally: log.append('inner finally')
async def outer():
    try: return await inner()
    finally: log.append('outer finally')
c = outer(); c.send(None)
try: c.throw(ValueError('v'))
except StopIteration as e: print(e.value, log)
log.clear(); c = outer(); c.send(None)
try: c.throw(KeyError('k'))
except KeyError as e: print(repr(e), log)
log.clear(); c = outer(); c.send(None); print(c.close(), log); print(c.close())
log.clear(); c = outer(); print(c.close(), log)
try: c.send(None)
except RuntimeError as e: print(e)
c = outer()
try: c.throw(ValueError('not started'))
except ValueError as e: print(e)
async def stubborn():
    try: await Pause()
    except GeneratorExit: await Pause()
c = stubborn(); c.send(None)
try: c.close()
except RuntimeError as e: print(e)
async def stop(): raise StopIteration('x')
try: stop().send(None)
except RuntimeError as e: print(e, repr(e.__cause__))
async def self_run():
    try: me.send(None)
    except ValueError as e: return str(e)
me = self_run()
try: me.send(None)
except StopIteration as e: print(e.value)
async def ctx():
    try: 1 / 0
    except ZeroDivisionError:
        await Pause()
        raise KeyError('after pause')
c = ctx(); c.send(None)
try: c.send(None)
except KeyError as e: print(repr(e.__context__))
