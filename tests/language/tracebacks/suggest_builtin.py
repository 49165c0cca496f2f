# NameError suggests a builtin.
pritn('hello')
