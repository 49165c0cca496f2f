# -m runs a module of the current folder as __main__.
# command: -m _main_module x y
