-- Largest singular value of an infinite matrix's corner, by power iteration: calls and floats.
local function entry(row, column)
  local diagonal = row + column
  return 1.0 / (diagonal * (diagonal + 1) / 2 + row + 1)
end

local function multiply(vector, size)
  local result = {}
  for row = 0, size - 1 do
    local total = 0.0
    for column = 0, size - 1 do
      total = total + entry(row, column) * vector[column + 1]
    end
    result[row + 1] = total
  end
  return result
end

local function multiply_transposed(vector, size)
  local result = {}
  for row = 0, size - 1 do
    local total = 0.0
    for column = 0, size - 1 do
      total = total + entry(column, row) * vector[column + 1]
    end
    result[row + 1] = total
  end
  return result
end

local function spectral_norm(size, rounds)
  local u = {}
  for i = 1, size do u[i] = 1.0 end
  local v = u
  for _ = 1, rounds do
    v = multiply_transposed(multiply(u, size), size)
    u = multiply_transposed(multiply(v, size), size)
  end
  local uv, vv = 0.0, 0.0
  for i = 1, size do
    uv = uv + u[i] * v[i]
    vv = vv + v[i] * v[i]
  end
  return math.sqrt(uv / vv)
end

print(string.format("%.9f", spectral_norm(400, 10)))
