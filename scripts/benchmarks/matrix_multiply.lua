-- Matrix product and elimination over tables of tables: nested loops and double subscripts.
local function make_matrix(size, seed)
  local matrix = {}
  for i = 1, size do
    local row = {}
    for j = 1, size do
      seed = (seed * 16807) % 2147483647
      row[j] = seed % 1000 / 100.0 - 5.0
    end
    matrix[i] = row
  end
  return matrix
end

local function multiply(a, b)
  local size = #a
  local result = {}
  for i = 1, size do
    local row = {}
    for j = 1, size do
      local total = 0.0
      for k = 1, size do
        total = total + a[i][k] * b[k][j]
      end
      row[j] = total
    end
    result[i] = row
  end
  return result
end

local function determinant(matrix)
  local rows = {}
  local size = #matrix
  for i = 1, size do
    rows[i] = {}
    for j = 1, size do rows[i][j] = matrix[i][j] end
  end
  local result = 1.0
  for column = 1, size do
    local best = column
    for i = column + 1, size do
      if math.abs(rows[i][column]) > math.abs(rows[best][column]) then best = i end
    end
    if best ~= column then
      rows[column], rows[best] = rows[best], rows[column]
      result = -result
    end
    local pivot = rows[column]
    result = result * pivot[column]
    for i = column + 1, size do
      local row = rows[i]
      local factor = row[column] / pivot[column]
      for k = column, size do
        row[k] = row[k] - factor * pivot[k]
      end
    end
  end
  return result
end

local a = make_matrix(150, 11)
local b = make_matrix(150, 77)
for _ = 1, 3 do
  local c = multiply(a, b)
  local trace = 0.0
  for i = 1, #c do trace = trace + c[i][i] end
  print(string.format("%.6f", trace))
  local scaled = {}
  for i = 1, #c do
    scaled[i] = {}
    for j = 1, #c do scaled[i][j] = c[i][j] / 300.0 end
  end
  a, b = b, scaled
end
print(string.format("%.9e", determinant(make_matrix(150, 5))))
