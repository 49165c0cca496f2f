-- Method-heavy objects: inheritance, overriding, calls of the parent's method.
local function class(parent)
  local result = {}
  result.__index = result
  if parent then setmetatable(result, { __index = parent }) end
  return result
end

local Account = class()
function Account.init(self, owner, balance)
  self.owner = owner
  self.balance = balance
  self.operations = 0
  return self
end
function Account:deposit(amount)
  self.balance = self.balance + amount
  self.operations = self.operations + 1
  return self
end
function Account:withdraw(amount)
  if amount > self.balance then return false end
  self.balance = self.balance - amount
  self.operations = self.operations + 1
  return true
end
function Account:fee() return 0 end
function Account:month_end()
  self.balance = self.balance - self:fee()
end

local Savings = class(Account)
function Savings.init(self, owner, balance, rate)
  Account.init(self, owner, balance)
  self.rate = rate
  return self
end
function Savings:interest()
  local product = self.balance * self.rate
  return (product - product % 1000) / 1000
end
function Savings:month_end()
  self:deposit(self:interest())
  Account.month_end(self)
end

local Checking = class(Account)
function Checking.init(self, owner, balance)
  Account.init(self, owner, balance)
  self.free_operations = 3
  return self
end
function Checking:fee()
  local extra = self.operations - self.free_operations
  self.operations = 0
  return extra > 0 and extra or 0
end

local Business = class(Checking)
function Business:is_large() return self.balance > 50000 end
function Business:fee()
  local base = Checking.fee(self)
  if self:is_large() then return (base - base % 2) / 2 end
  return base
end

local Bank = class()
function Bank.init(self)
  self.accounts = {}
  self.refused = 0
  return self
end
function Bank:open(account)
  self.accounts[#self.accounts + 1] = account
end
function Bank:transfer(source, target, amount)
  if source:withdraw(amount) then
    target:deposit(amount)
  else
    self.refused = self.refused + 1
  end
end
function Bank:month(number)
  local accounts = self.accounts
  local count = #accounts
  for i = 0, count - 1 do
    local amount = (i * 37 + number * 11) % 400
    self:transfer(accounts[i + 1], accounts[(i * 7 + number) % count + 1], amount)
  end
  for i = 1, count do accounts[i]:month_end() end
end
function Bank:total()
  local total = 0
  for i = 1, #self.accounts do total = total + self.accounts[i].balance end
  return total
end

local bank = Bank.init(setmetatable({}, Bank))
for i = 0, 299 do
  local kind = i % 4
  if kind == 0 then
    bank:open(Account.init(setmetatable({}, Account), i, 1000 + i))
  elseif kind == 1 then
    bank:open(Savings.init(setmetatable({}, Savings), i, 2000 + i, 2))
  elseif kind == 2 then
    bank:open(Checking.init(setmetatable({}, Checking), i, 1500 + i))
  else
    bank:open(Business.init(setmetatable({}, Business), i, 60000 + i))
  end
end
for number = 0, 2499 do bank:month(number) end
print(string.format("total %.0f", bank:total()))
print(string.format("refused %d", bank.refused))
