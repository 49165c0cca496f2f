# Classes with validation, history, rollbacks and formatted reports.
class BankError(Exception): pass
class InsufficientFunds(BankError):
    def __init__(self, account, amount):
        self.account, self.amount = account, amount
        super().__init__(f'{account.owner} lacks {amount - account.balance:.2f}')
class Money:
    def __set_name__(self, owner, name): self.name = '_' + name
    def __get__(self, o, t=None): return self if o is None else getattr(o, self.name, 0.0)
    def __set__(self, o, v):
        if v < 0: raise BankError(f'{self.name[1:]} may not be negative: {v}')
        setattr(o, self.name, round(v, 2))
class Account:
    balance = Money()
    rate = 0.0
    number = 1000
    def __init__(self, owner, opening=0):
        type(self).number += 1
        self.number, self.owner, self.balance, self.history = type(self).number, owner, opening, []
    def log(kind):
        def deco(f):
            def w(self, amount, *a):
                if amount <= 0: raise BankError(f'bad amount {amount}')
                r = f(self, amount, *a)
                self.history.append((kind, amount, self.balance))
                return r
            return w
        return deco
    @log('in')
    def deposit(self, amount): self.balance += amount
    @log('out')
    def withdraw(self, amount):
        if amount > self.balance: raise InsufficientFunds(self, amount)
        self.balance -= amount
    def __lt__(self, o): return self.balance < o.balance
    def __format__(self,
            spec): return f'{self.owner:<8}{self.balance:>10,.2f}' if spec == 'row' else f'{self.owner}:{self.balance:{spec}}'
    del log
class Savings(Account):
    rate = 0.025
    def year(self):
        self.deposit(round(self.balance * self.rate, 2))
        return self
class Transfer:
    def __init__(self, *accounts): self.accounts = accounts
    def __enter__(self): self.saved = [(a, a.balance, len(a.history)) for a in self.accounts]; return self
    def __exit__(self, t, v, tb):
        if t:
            for a, b, n in self.saved: a.balance = b; del a.history[n:]
        return t is not None and issubclass(t, BankError)
a, b = Account('Ann', 100), Savings('Bob', 1000)
a.deposit(50.255); b.withdraw(200)
with Transfer(a, b): a.withdraw(100); b.deposit(100)
with Transfer(a, b): b.deposit(500); a.withdraw(500)
for f in ((lambda: a.withdraw(1e6)), (lambda: a.deposit(-1)), (lambda: setattr(a, 'balance', -5)),
        (lambda: Account('Z', -1))):
    try: f()
    except BankError as e: print(type(e).__name__, e)
print(a.history, b.history, sep='\n')
for acc in sorted([b.year().year(), a]): print(f'{acc:row}|{acc.number}')
print(f'{a:.1f} {max(a, b).owner} {Account.balance.__class__.__name__} {hasattr(Account, "log")} {Savings.number} {Account.number}')
