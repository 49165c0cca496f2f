-- Pancake flips over all permutations: small arrays, reversals in place.
local function flips_of(deck, size)
  local count = 0
  local cards = {}
  for i = 1, size do cards[i] = deck[i] end
  local top = cards[1]
  while top ~= 0 do
    local low, high = 1, top + 1
    while low < high do
      cards[low], cards[high] = cards[high], cards[low]
      low = low + 1
      high = high - 1
    end
    count = count + 1
    top = cards[1]
  end
  return count
end

local function search(size)
  local deck, turns = {}, {}
  for i = 1, size do
    deck[i] = i - 1
    turns[i] = 0
  end
  local longest, checksum, number = 0, 0, 0
  while true do
    local flips = flips_of(deck, size)
    if flips > longest then longest = flips end
    if number % 2 == 1 then checksum = checksum - flips else checksum = checksum + flips end
    number = number + 1
    local level = 1
    while true do
      if level == size then return checksum, longest end
      local first = deck[1]
      for i = 1, level do deck[i] = deck[i + 1] end
      deck[level + 1] = first
      turns[level + 1] = turns[level + 1] + 1
      if turns[level + 1] <= level then break end
      turns[level + 1] = 0
      level = level + 1
    end
  end
end

print(string.format("%d %d", search(9)))
