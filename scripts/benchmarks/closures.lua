-- Functions as values: counters, composition, partial application, memoising.
local function counter(start)
  local value = start
  return function(by)
    value = value + by
    return value
  end
end

local function compose(outer, inner)
  return function(x)
    local result = outer(inner(x))
    return result
  end
end

local function adder(amount)
  return function(x) return x + amount end
end

local function memoised(f)
  local known = {}
  return function(n)
    local result = known[n]
    if result then return result end
    result = f(n)
    known[n] = result
    return result
  end
end

local function fold(f, start, count)
  local total = start
  for item = 0, count - 1 do total = f(total, item) end
  return total
end

local function make_partitions()
  local steps
  steps = memoised(function(n)
    if n < 3 then return n end
    return (steps(n - 1) + steps(n - 2) + steps(n - 3)) % 1000007
  end)
  return steps
end

local function church(n)
  return function(f)
    return function(x)
      for _ = 1, n do x = f(x) end
      return x
    end
  end
end

local step = counter(10)
local last = 0
for i = 0, 2999999 do last = step(i % 4) end
print(string.format("%d", last))

local chain = adder(0)
for i = 0, 19 do chain = compose(adder(i), chain) end
local total = 0
for i = 0, 79999 do total = total + chain(i) end
print(string.format("%d", total))

local made = 0
for i = 0, 899999 do made = made + adder(i)(1) % 2 end
print(string.format("%d", made))

local partitions = make_partitions()
total = 0
for n = 1, 1199999 do total = total + partitions(n % 500) end
print(string.format("%d", total))

print(string.format("%d", fold(function(a, b) return (a * 7 + b) % 1000003 end, 1, 2000000)))
print(string.format("%d", church(900)(church(900)(function(x) return x + 1 end))(0)))
