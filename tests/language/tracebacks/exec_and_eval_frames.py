# Code without a file has frames without source lines.
def run():
    exec('x = 1\ndef inner():\n    return eval("1 / 0")\ninner()')
run()
