# the end of the program calls __del__ of what is left, after the functions of atexit
import atexit


class Noisy:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("gone", self.name)


class Failing:
    def __del__(self):
        print("fails")


atexit.register(print, "at exit")
noisy = Noisy("held by the module")
circle = Noisy("in a circle")
circle.itself = circle
print("end")
