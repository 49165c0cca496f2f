# Conway's game of life on a set of cells, with patterns checked over generations.
# heavy
def step(cells):
    counts = {}
    for x, y in cells:
        for dx in -1, 0, 1:
            for dy in -1, 0, 1:
                if dx or dy: counts[x + dx, y + dy] = counts.get((x + dx, y + dy), 0) + 1
    return {c for c, n in counts.items() if n == 3 or n == 2 and c in cells}
def parse(text): return {(x, y) for y, row in enumerate(text.split('\n')) for x,
        c in enumerate(row) if c == '#'}
def show(cells):
    if not cells: return '(empty)'
    xs, ys = [c[0] for c in cells], [c[1] for c in cells]
    return '\n'.join(''.join('#' if (x, y) in cells else '.' for x in range(min(xs),
        max(xs) + 1)) for y in range(min(ys), max(ys) + 1))
blinker, block, glider = parse('###'), parse('##\n##'), parse('.#.\n..#\n###')
print(show(step(blinker)), step(step(blinker)) == blinker, step(block) == block, sep='\n')
g = glider
for _ in range(40): g = step(g)
print(g == {(x + 10, y + 10) for x, y in glider}); print(show(g))
r = parse('.##\n##.\n.#.')
sizes = []
for i in range(100):
    sizes.append(len(r))
    r = step(r)
print(sizes[:20], sizes[-1]); print(show(step(parse('#'))))
