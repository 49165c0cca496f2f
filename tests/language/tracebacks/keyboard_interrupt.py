# An uncaught KeyboardInterrupt ends with status 130.
def loop():
    raise KeyboardInterrupt
loop()
