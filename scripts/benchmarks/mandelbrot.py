"""The Mandelbrot set in characters: a tight loop of float arithmetic."""

SHADES = " .:-=+*#%@"


def escape_time(cx, cy, limit):
    x = y = 0.0
    for step in range(limit):
        xx = x * x
        yy = y * y
        if xx + yy > 4.0:
            return step
        y = 2.0 * x * y + cy
        x = xx - yy + cx
    return limit


def picture(width, height, limit):
    inside = 0
    total = 0
    rows = []
    for row in range(height):
        cy = 2.4 * row / height - 1.2
        line = ""
        for column in range(width):
            cx = 3.2 * column / width - 2.2
            steps = escape_time(cx, cy, limit)
            total += steps
            if steps == limit:
                inside += 1
                line += " "
            else:
                line += SHADES[steps % 10]
        rows.append(line)
    return inside, total, rows


def main():
    inside, total, rows = picture(400, 180, 500)
    for row in rows[::18]:
        print(row[::8])
    print(inside, total)


main()
