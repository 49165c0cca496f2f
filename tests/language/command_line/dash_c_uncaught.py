# An uncaught exception in -c.
# command: -c "print('before'); {}['key']; print('after')"
