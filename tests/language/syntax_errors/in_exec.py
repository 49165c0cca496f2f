# A syntax error in exec shows the frames that led to it and the text.
def run(src):
    exec(src)
run('ok = 1\nif ok\n    pass\n')
