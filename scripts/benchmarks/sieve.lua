-- Prime numbers by striking out multiples: array reads and writes in while and for loops.
local function sieve(limit)
  local composite = {}
  for n = 1, limit do composite[n] = false end
  local primes = {}
  for n = 2, limit do
    if not composite[n] then
      primes[#primes + 1] = n
      local multiple = n * n
      while multiple <= limit do
        composite[multiple] = true
        multiple = multiple + n
      end
    end
  end
  return primes
end

local function smallest_factors(limit)
  local factor = {}
  for n = 1, limit do factor[n] = 0 end
  for n = 2, limit do
    if factor[n] == 0 then
      for multiple = n, limit, n do
        if factor[multiple] == 0 then factor[multiple] = n end
      end
    end
  end
  return factor
end

local primes = sieve(3000000)
print(string.format("%d %d", #primes, primes[#primes]))
local factor = smallest_factors(1200000)
local total = 0
for n = 2, #factor do total = total + factor[n] end
print(string.format("%d", total))
