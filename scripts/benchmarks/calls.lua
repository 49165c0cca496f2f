-- Plain function calls: deep recursion, mutual recursion, and many small functions.
local function fibonacci(n)
  if n < 2 then return n end
  return fibonacci(n - 1) + fibonacci(n - 2)
end

local is_odd
local function is_even(n)
  if n == 0 then return true end
  local result = is_odd(n - 1)
  return result
end

function is_odd(n)
  if n == 0 then return false end
  local result = is_even(n - 1)
  return result
end

local function hanoi(discs, source, target, spare)
  if discs == 0 then return 0 end
  local moves = hanoi(discs - 1, source, spare, target)
  return moves + 1 + hanoi(discs - 1, spare, target, source)
end

local function clamp(value, low, high)
  if value < low then return low end
  if value > high then return high end
  return value
end

local function scale(value, factor)
  return value * factor
end

local function mix(a, b)
  local result = clamp(scale(a, 3) - scale(b, 2), -1000, 1000)
  return result
end

local function mix_many(count)
  local state = 1
  for i = 0, count - 1 do
    state = mix(state, i % 17) + clamp(i, 0, 5)
  end
  return state
end

print("fibonacci " .. fibonacci(30))
local evens = 0
for n = 0, 3999 do
  if is_even(n % 300) then evens = evens + 1 end
end
print("even " .. evens)
print("hanoi " .. hanoi(19, 1, 2, 3))
print("mix " .. mix_many(1500000))
