# A linked list, a binary search tree with deletion, and a trie, each iterable.
class LinkedList:
    class Node:
        __slots__ = ('v', 'next')
        def __init__(self, v, next=None): self.v, self.next = v, next
    def __init__(self, items=()):
        self.head = None; self.n = 0
        for x in reversed(list(items)): self.push(x)
    def push(self, v): self.head = self.Node(v, self.head); self.n += 1
    def pop(self):
        if self.head is None: raise IndexError('empty list')
        v, self.head = self.head.v, self.head.next
        self.n -= 1
        return v
    def __iter__(self):
        cur = self.head
        while cur: yield cur.v; cur = cur.next
    def __len__(self): return self.n
    def reverse(self):
        prev, cur = None, self.head
        while cur: cur.next, prev, cur = prev, cur, cur.next
        self.head = prev
        return self
    def __repr__(self): return ' -> '.join(map(repr, self)) or 'nil'
l = LinkedList('abcd')
print(l, len(l), l.reverse(), l.pop(), 'c' in l, list(l), LinkedList(), max(l), sorted(l), [*zip(l, l)])
class Tree:
    root = None
    def add(self, k, v=None):
        path, node = None, self.root
        while node:
            path = node
            if k == node[0]: node[1] = v; return self
            node = node[2 + (k > node[0])]
        new = [k, v, None, None]
        if path is None: self.root = new
        else: path[2 + (k > path[0])] = new
        return self
    def remove(self, k):
        def drop(node):
            if node is None: raise KeyError(k)
            if k != node[0]:
                side = 2 + (k > node[0])
                node[side] = drop(node[side])
                return node
            if node[2] is None: return node[3]
            if node[3] is None: return node[2]
            m = node[3]
            while m[2]: m = m[2]
            node[0], node[1] = m[0], m[1]
            key = m[0]
            def drop_min(n):
                if n[2] is None: return n[3]
                n[2] = drop_min(n[2])
                return n
            node[3] = drop_min(node[3])
            return node
        self.root = drop(self.root)
    def __iter__(self):
        def walk(n):
            if n: yield from walk(n[2]); yield n[0]; yield from walk(n[3])
        return walk(self.root)
    def height(self):
        def h(n): return 0 if n is None else 1 + max(h(n[2]), h(n[3]))
        return h(self.root)
t = Tree()
for x in 50, 30, 70, 20, 40, 60, 80, 35, 45, 65: t.add(x)
print(list(t), t.height())
for x in 20, 30, 50, 80: t.remove(x); print(x, list(t), t.root[0])
try: t.remove(99)
except KeyError as e: print('KeyError', e)
class Trie:
    def __init__(self): self.kids, self.end = {}, False
    def add(self, w):
        n = self
        for c in w: n = n.kids.setdefault(c, Trie())
        n.end = True
    def __contains__(self, w):
        n = self
        for c in w:
            n = n.kids.get(c)
            if n is None: return False
        return n.end
    def words(self, prefix=''):
        if self.end: yield prefix
        for c, k in sorted(self.kids.items()): yield from k.words(prefix + c)
tr = Trie()
for w in 'car cart care dog do ca éa'.split(): tr.add(w)
print(list(tr.words()), 'car' in tr, 'c' in tr, 'carts' in tr, list(tr.kids['c'].words('c')))
