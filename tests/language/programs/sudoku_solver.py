# Backtracking with candidate sets.
def solve(text):
    grid = [int(c) if c in '123456789' else 0 for c in text]
    rows, cols, boxes = [set() for _ in range(9)], [set() for _ in range(9)], [set() for _ in range(9)]
    for i, v in enumerate(grid):
        if v: rows[i // 9].add(v); cols[i % 9].add(v); boxes[i // 27 * 3 + i % 9 // 3].add(v)
    tries = 0
    def go():
        nonlocal tries
        best = None
        for i in range(81):
            if not grid[i]:
                opts = [v for v in range(1,
                    10) if v not in rows[i // 9] and v not in cols[i % 9] and v not in boxes[i // 27 * 3 + i % 9 // 3]]
                if best is None or len(opts) < len(best[1]): best = i, opts
                if len(opts) <= 1: break
        if best is None: return True
        i, opts = best
        r, c, b = rows[i // 9], cols[i % 9], boxes[i // 27 * 3 + i % 9 // 3]
        for v in opts:
            tries += 1
            grid[i] = v; r.add(v); c.add(v); b.add(v)
            if go(): return True
            grid[i] = 0; r.remove(v); c.remove(v); b.remove(v)
        return False
    return (grid, tries) if go() else None
puzzle = '53..7....6..195....98....6.8...6...34..8.3..17...2...6.6....28....419..5....8..79'
grid, tries = solve(puzzle)
for r in range(9): print(' '.join(map(str, grid[r * 9:r * 9 + 9])))
print(tries, all(sorted(grid[r * 9:r * 9 + 9]) == list(range(1, 10)) for r in range(9)),
    all(sorted(grid[c::9]) == list(range(1, 10)) for c in range(9)))
print(solve('12345678.' + '........9' + '.' * 63), solve('.' * 81)[1] >= 81)
