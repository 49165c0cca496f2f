"""Many short-lived and one long-lived binary tree: allocation and collection."""
# benchmark: allocation-heavy


class Node:
    __slots__ = ("left", "right")

    def __init__(self, left, right):
        self.left = left
        self.right = right


def build(depth):
    if depth == 0:
        return Node(None, None)
    return Node(build(depth - 1), build(depth - 1))


def count(node):
    if node.left is None:
        return 1
    return 1 + count(node.left) + count(node.right)


def main():
    deepest = 16
    long_lived = build(deepest)
    for depth in range(4, deepest + 1, 4):
        rounds = 1 << (deepest - depth + 3)
        total = 0
        for _ in range(rounds):
            total += count(build(depth))
        print(rounds, "trees of depth", depth, "nodes", total)
    print("long-lived", count(long_lived))


main()
