# Leading blanks are stripped from the shown line and the caret moves along.
class A:
    def method(self):
        if True:
            for x in range(10): print(x y)
