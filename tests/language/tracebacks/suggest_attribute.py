# AttributeError suggests a similar attribute.
class Account:
    def __init__(self):
        self.balance = 5
    def deposit(self): pass
a = Account()
print(a.balence)
