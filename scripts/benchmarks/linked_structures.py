"""Linked lists, a balanced tree (treap) and a least-recently-used cache built from small objects."""
# benchmark: allocation-heavy


class Cell:
    def __init__(self, value, following):
        self.value = value
        self.following = following


class TreapNode:
    def __init__(self, key, priority):
        self.key = key
        self.priority = priority
        self.left = None
        self.right = None


class Treap:
    def __init__(self):
        self.root = None
        self.size = 0
        self.seed = 1

    def add(self, key):
        self.seed = (self.seed * 48271) % 2147483647
        self.root = self.insert(self.root, key, self.seed)

    def insert(self, node, key, priority):
        if node is None:
            self.size += 1
            return TreapNode(key, priority)
        if key < node.key:
            node.left = self.insert(node.left, key, priority)
            if node.left.priority > node.priority:
                return self.turn_right(node)
        elif key > node.key:
            node.right = self.insert(node.right, key, priority)
            if node.right.priority > node.priority:
                return self.turn_left(node)
        return node

    def turn_right(self, node):
        child = node.left
        node.left = child.right
        child.right = node
        return child

    def turn_left(self, node):
        child = node.right
        node.right = child.left
        child.left = node
        return child

    def __iter__(self):
        stack = []
        node = self.root
        while stack or node:
            while node:
                stack.append(node)
                node = node.left
            node = stack.pop()
            yield node.key
            node = node.right


class Entry:
    def __init__(self, key, value):
        self.key = key
        self.value = value
        self.newer = self.older = self


class RecentCache:
    """A dictionary and a ring of entries in order of use."""

    def __init__(self, capacity):
        self.capacity = capacity
        self.entries = {}
        self.ring = Entry(None, None)
        self.hits = 0

    def unlink(self, entry):
        entry.newer.older = entry.older
        entry.older.newer = entry.newer

    def link_newest(self, entry):
        entry.older = self.ring.older
        entry.newer = self.ring
        self.ring.older.newer = entry
        self.ring.older = entry

    def get(self, key, make):
        entry = self.entries.get(key)
        if entry is not None:
            self.hits += 1
            self.unlink(entry)
            self.link_newest(entry)
            return entry.value
        if len(self.entries) == self.capacity:
            oldest = self.ring.newer
            self.unlink(oldest)
            del self.entries[oldest.key]
        entry = Entry(key, make(key))
        self.entries[key] = entry
        self.link_newest(entry)
        return entry.value


def reversed_list(head):
    result = None
    while head is not None:
        result = Cell(head.value, result)
        head = head.following
    return result


def main():
    head = None
    for i in range(150000):
        head = Cell(i, head)
    for _ in range(4):
        head = reversed_list(head)
    total = 0
    cell = head
    while cell is not None:
        total = (total * 3 + cell.value) % 1000003
        cell = cell.following
    print("list", total)

    treap = Treap()
    key = 1
    for _ in range(30000):
        key = (key * 16807) % 2147483647
        treap.add(key % 100000)
    print("treap", treap.size, sum(i * k for i, k in enumerate(treap)) % 1000003)

    cache = RecentCache(1000)
    total = 0
    for i in range(250000):
        key = (i * i) % 1637
        total += cache.get(key, lambda k: k * 2)
    print("cache", cache.hits, total)


main()
