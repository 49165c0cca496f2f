-- The Mandelbrot set in characters: a tight loop of float arithmetic.
local SHADES = " .:-=+*#%@"

local function escape_time(cx, cy, limit)
  local x, y = 0.0, 0.0
  for step = 0, limit - 1 do
    local xx = x * x
    local yy = y * y
    if xx + yy > 4.0 then return step end
    y = 2.0 * x * y + cy
    x = xx - yy + cx
  end
  return limit
end

local function picture(width, height, limit)
  local inside, total = 0, 0
  local rows = {}
  for row = 0, height - 1 do
    local cy = 2.4 * row / height - 1.2
    local line = {}
    for column = 0, width - 1 do
      local cx = 3.2 * column / width - 2.2
      local steps = escape_time(cx, cy, limit)
      total = total + steps
      if steps == limit then
        inside = inside + 1
        line[#line + 1] = " "
      else
        local shade = steps % 10 + 1
        line[#line + 1] = string.sub(SHADES, shade, shade)
      end
    end
    rows[#rows + 1] = line
  end
  return inside, total, rows
end

local inside, total, rows = picture(400, 180, 500)
for i = 1, #rows, 18 do
  local thin = {}
  for column = 1, #rows[i], 8 do thin[#thin + 1] = rows[i][column] end
  print(table.concat(thin))
end
print(string.format("%d %d", inside, total))
