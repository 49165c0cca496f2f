# Contexts and start methods.
import multiprocessing as mp
ctx = mp.get_context('fork'); p = ctx.Process(target=print, args=('x',)); print(p.name, mp.get_start_method(), type(p).__name__)
try: mp.get_context('nope')
except ValueError as error: print(error)
try: mp.set_start_method('fork')
except RuntimeError as error: print(error)
mp.set_start_method('fork', force=True); mp.freeze_support(); print(mp.get_start_method())
print(issubclass(mp.TimeoutError, mp.ProcessError), ctx.Queue and True)
