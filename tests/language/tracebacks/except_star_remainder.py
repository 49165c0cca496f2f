# What except* does not take is raised further, with a new traceback.
try:
    raise ExceptionGroup('eg', [ValueError(1), TypeError(2)])
except* ValueError:
    print('took the value error')
