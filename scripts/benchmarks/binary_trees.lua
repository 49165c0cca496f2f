-- Many short-lived and one long-lived binary tree: allocation and collection.
local function build(depth)
  if depth == 0 then return { left = false, right = false } end
  return { left = build(depth - 1), right = build(depth - 1) }
end

local function count(node)
  if not node.left then return 1 end
  return 1 + count(node.left) + count(node.right)
end

local deepest = 16
local long_lived = build(deepest)
for depth = 4, deepest, 4 do
  local rounds = 2 ^ (deepest - depth + 3)
  local total = 0
  for _ = 1, rounds do total = total + count(build(depth)) end
  print(string.format("%d trees of depth %d nodes %d", rounds, depth, total))
end
print(string.format("long-lived %d", count(long_lived)))
