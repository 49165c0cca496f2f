# Deleting a call.
def f(): return {}
del f()
