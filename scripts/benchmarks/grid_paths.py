"""Shortest paths on a weighted grid with a binary heap of our own; breadth-first search; floods."""


class Heap:
    def __init__(self):
        self.items = []

    def push(self, item):
        items = self.items
        items.append(item)
        child = len(items) - 1
        while child > 0:
            parent = (child - 1) >> 1
            if items[parent] <= item:
                break
            items[child] = items[parent]
            child = parent
        items[child] = item

    def pop(self):
        items = self.items
        last = items.pop()
        if not items:
            return last
        smallest = items[0]
        place = 0
        count = len(items)
        while True:
            child = 2 * place + 1
            if child >= count:
                break
            if child + 1 < count and items[child + 1] < items[child]:
                child += 1
            if last <= items[child]:
                break
            items[place] = items[child]
            place = child
        items[place] = last
        return smallest


def make_grid(width, height):
    state = 3
    grid = []
    for _ in range(height):
        row = []
        for _ in range(width):
            state = (state * 75 + 74) % 65537
            row.append(state % 9 + 1 if state % 6 else 0)
        grid.append(row)
    grid[0][0] = grid[height - 1][width - 1] = 1
    return grid


def neighbours(grid, x, y):
    for dx, dy in ((1, 0), (0, 1), (-1, 0), (0, -1)):
        nx, ny = x + dx, y + dy
        if 0 <= ny < len(grid) and 0 <= nx < len(grid[0]) and grid[ny][nx]:
            yield nx, ny


def cheapest(grid):
    goal = (len(grid[0]) - 1, len(grid) - 1)
    costs = {(0, 0): 0}
    heap = Heap()
    heap.push((0, 0, 0))
    done = set()
    while heap.items:
        cost, x, y = heap.pop()
        if (x, y) in done:
            continue
        done.add((x, y))
        if (x, y) == goal:
            return cost, len(done)
        for near in neighbours(grid, x, y):
            candidate = cost + grid[near[1]][near[0]]
            if near not in costs or candidate < costs[near]:
                costs[near] = candidate
                heap.push((candidate, near[0], near[1]))
    return None, len(done)


def fewest_steps(grid):
    frontier = [(0, 0)]
    seen = {(0, 0)}
    steps = 0
    while frontier:
        following = []
        for x, y in frontier:
            for near in neighbours(grid, x, y):
                if near not in seen:
                    seen.add(near)
                    following.append(near)
        frontier = following
        steps += 1
    return steps, len(seen)


def generations(rounds):
    """The game of life on an unbounded board: a set of tuples."""
    live = {(x, y) for x in range(40) for y in range(40) if (x * y + x) % 3 == 0}
    for _ in range(rounds):
        near = {}
        for x, y in live:
            for dx in (-1, 0, 1):
                for dy in (-1, 0, 1):
                    if dx or dy:
                        spot = (x + dx, y + dy)
                        near[spot] = near.get(spot, 0) + 1
        live = {spot for spot, n in near.items() if n == 3 or n == 2 and spot in live}
    return len(live)


def main():
    grid = make_grid(300, 300)
    print("cheapest", *cheapest(grid))
    print("steps", *fewest_steps(grid))
    print("life", generations(150))


main()
