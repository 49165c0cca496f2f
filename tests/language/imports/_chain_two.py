def load():
    from _pkg.sub import missing_name
load()
