print('helper starts')
def setup():
    return 1 / 0
setup()
