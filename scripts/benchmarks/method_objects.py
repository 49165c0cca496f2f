"""Method-heavy objects: inheritance, overriding, super(), polymorphic sites, properties."""


class Account:
    def __init__(self, owner, balance):
        self.owner = owner
        self.balance = balance
        self.operations = 0

    def deposit(self, amount):
        self.balance += amount
        self.operations += 1
        return self

    def withdraw(self, amount):
        if amount > self.balance:
            return False
        self.balance -= amount
        self.operations += 1
        return True

    def fee(self):
        return 0

    def month_end(self):
        self.balance -= self.fee()


class Savings(Account):
    def __init__(self, owner, balance, rate):
        super().__init__(owner, balance)
        self.rate = rate

    def interest(self):
        return self.balance * self.rate // 1000

    def month_end(self):
        self.deposit(self.interest())
        super().month_end()


class Checking(Account):
    def __init__(self, owner, balance):
        super().__init__(owner, balance)
        self.free_operations = 3

    def fee(self):
        extra = self.operations - self.free_operations
        self.operations = 0
        return extra if extra > 0 else 0


class Business(Checking):
    @property
    def is_large(self):
        return self.balance > 50000

    def fee(self):
        base = super().fee()
        return base // 2 if self.is_large else base


class Bank:
    def __init__(self):
        self.accounts = []
        self.refused = 0

    def open(self, account):
        self.accounts.append(account)

    def transfer(self, source, target, amount):
        if source.withdraw(amount):
            target.deposit(amount)
        else:
            self.refused += 1

    def month(self, number):
        accounts = self.accounts
        count = len(accounts)
        for i in range(count):
            amount = (i * 37 + number * 11) % 400
            self.transfer(accounts[i], accounts[(i * 7 + number) % count], amount)
        for account in accounts:
            account.month_end()

    def total(self):
        total = 0
        for account in self.accounts:
            total += account.balance
        return total


def main():
    bank = Bank()
    for i in range(300):
        kind = i % 4
        if kind == 0:
            bank.open(Account(i, 1000 + i))
        elif kind == 1:
            bank.open(Savings(i, 2000 + i, 2))
        elif kind == 2:
            bank.open(Checking(i, 1500 + i))
        else:
            bank.open(Business(i, 60000 + i))
    for number in range(2500):
        bank.month(number)
    print("total", bank.total())
    print("refused", bank.refused)


main()
