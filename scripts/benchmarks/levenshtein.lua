-- Edit distance and longest common subsequence by dynamic programming over rows.
local sub, byte = string.sub, string.byte

local function make_word(length, seed)
  local letters = {}
  for i = 1, length do
    seed = (seed * 48271 + 11) % 2147483647
    local high = (seed - seed % 65536) / 65536
    local place = high % 8 + 1
    letters[i] = sub("abcdefgh", place, place)
  end
  return table.concat(letters)
end

local function distance(left, right)
  local previous = {}
  for j = 0, #right do previous[j] = j end
  for i = 1, #left do
    local current = { [0] = i }
    local letter = byte(left, i)
    for j = 1, #right do
      local best = previous[j - 1]
      if letter ~= byte(right, j) then best = best + 1 end
      if previous[j] + 1 < best then best = previous[j] + 1 end
      if current[j - 1] + 1 < best then best = current[j - 1] + 1 end
      current[j] = best
    end
    previous = current
  end
  return previous[#right]
end

local function common(left, right)
  local previous = {}
  for j = 0, #right do previous[j] = 0 end
  for i = 1, #left do
    local current = { [0] = 0 }
    for j = 1, #right do
      if byte(left, i) == byte(right, j) then
        current[j] = previous[j - 1] + 1
      else
        current[j] = math.max(previous[j], current[j - 1])
      end
    end
    previous = current
  end
  return previous[#right]
end

local words = {}
for i = 0, 8 do words[i + 1] = make_word(300 + 40 * (i % 4), i * 77 + 5) end
for i = 2, #words do
  print(string.format("%d %d", distance(words[1], words[i]), common(words[i - 1], words[i])))
end
local total = 0
for i = 1, #words do
  for j = i + 1, #words do total = total + distance(words[i], words[j]) end
end
print(string.format("%d", total))
