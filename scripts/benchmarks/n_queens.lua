-- All ways to place queens on a board: backtracking over arrays of flags in a closure.
local function placements(size)
  local columns, rising, falling = {}, {}, {}
  for i = 0, size do columns[i] = false end
  for i = 0, 2 * size do
    rising[i] = false
    falling[i] = false
  end
  local function place(row)
    if row == size then return 1 end
    local found = 0
    for column = 0, size - 1 do
      local up = row + column
      local down = row - column + size
      if not (columns[column] or rising[up] or falling[down]) then
        columns[column], rising[up], falling[down] = true, true, true
        found = found + place(row + 1)
        columns[column], rising[up], falling[down] = false, false, false
      end
    end
    return found
  end
  return place(0)
end

for size = 4, 12 do print(string.format("%d %d", size, placements(size))) end
