# A bare name inside a method that matches only an instance attribute gives no suggestion.
class C:
    def __init__(self):
        self.blech = 1
    def show(self):
        return blech
C().show()
