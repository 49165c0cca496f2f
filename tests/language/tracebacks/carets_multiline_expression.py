# A failing expression that spans several lines shows its first line.
values = [1, 2, 0]
total = (
    values[0]
    + values[1]
    + values[0] / values[2]
    + 7
)
