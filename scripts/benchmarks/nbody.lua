-- Gravity between five bodies: float arithmetic and fields of a few tables.
local sqrt, sin, cos = math.sqrt, math.sin, math.cos

local function make_system()
  local bodies = { { x = 0.0, y = 0.0, z = 0.0, vx = 0.0, vy = 0.0, vz = 0.0, mass = 40.0 } }
  for i = 1, 4 do
    local distance = 3.0 * i + 1.0
    local angle = 1.3 * i
    local speed = sqrt(40.0 / distance)
    bodies[i + 1] = {
      x = distance * cos(angle), y = distance * sin(angle), z = 0.1 * i,
      vx = -speed * sin(angle), vy = speed * cos(angle), vz = 0.02 * i,
      mass = 0.03 / i,
    }
  end
  return bodies
end

local function advance(bodies, dt)
  local count = #bodies
  for i = 1, count do
    local a = bodies[i]
    for j = i + 1, count do
      local b = bodies[j]
      local dx = a.x - b.x
      local dy = a.y - b.y
      local dz = a.z - b.z
      local square = dx * dx + dy * dy + dz * dz
      local force = dt / (square * sqrt(square))
      a.vx = a.vx - dx * b.mass * force
      a.vy = a.vy - dy * b.mass * force
      a.vz = a.vz - dz * b.mass * force
      b.vx = b.vx + dx * a.mass * force
      b.vy = b.vy + dy * a.mass * force
      b.vz = b.vz + dz * a.mass * force
    end
  end
  for i = 1, count do
    local body = bodies[i]
    body.x = body.x + dt * body.vx
    body.y = body.y + dt * body.vy
    body.z = body.z + dt * body.vz
  end
end

local function energy(bodies)
  local total = 0.0
  local count = #bodies
  for i = 1, count do
    local a = bodies[i]
    total = total + 0.5 * a.mass * (a.vx * a.vx + a.vy * a.vy + a.vz * a.vz)
    for j = i + 1, count do
      local b = bodies[j]
      local dx = a.x - b.x
      local dy = a.y - b.y
      local dz = a.z - b.z
      total = total - a.mass * b.mass / sqrt(dx * dx + dy * dy + dz * dz)
    end
  end
  return total
end

local bodies = make_system()
print(string.format("%.9f", energy(bodies)))
for _ = 1, 150000 do advance(bodies, 0.002) end
print(string.format("%.9f", energy(bodies)))
