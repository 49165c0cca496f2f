# weft only
# Fibers wait for descriptors: several for one, with a time limit, until it is closed.
import _fiber
import os

import weft

read_end, write_end = os.pipe()


def wait(number):
    try:
        print(number, _fiber.wait_descriptor(read_end, 1), os.read(read_end, 1))
    except OSError as error:
        print(number, error.errno)


first = spawn(wait, 1)
weft.sleep(0)
os.write(write_end, b'a')
joinall([first])
print(_fiber.wait_descriptor(read_end, 1, 0.001), _fiber.wait_descriptor(write_end, 3))
both = [spawn(wait, number) for number in (2, 3)]
weft.sleep(0)
os.close(read_end)
joinall(both)
for bad in ((-1, 1), (write_end, 0), (write_end, 4), (54321, 1)):
    try:
        _fiber.wait_descriptor(*bad)
    except (OSError, ValueError) as error:
        print(type(error).__name__, error)
