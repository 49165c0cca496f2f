# An exception in finally links to the one it replaces.
def f():
    try:
        return 1 // 0
    finally:
        open('/nonexistent/file')
f()
