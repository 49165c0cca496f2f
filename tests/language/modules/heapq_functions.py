# heapq: pushing, popping, heapify, merge, nsmallest, nlargest, errors.
import heapq
from heapq import heapify, heappop, heappush, heappushpop, heapreplace, merge, nlargest, nsmallest


def check(heap):
    return all(heap[(i - 1) // 2] <= heap[i] for i in range(1, len(heap)))


numbers = [(i * 7919) % 101 for i in range(60)]
heap = []
for n in numbers:
    heappush(heap, n)
print(check(heap), heap[0], [heappop(heap) for _ in range(60)] == sorted(numbers), heap)
heap = list(numbers)
heapify(heap)
print(check(heap), sorted(heap) == sorted(numbers))
print(heappushpop(heap, -1), heappushpop(heap, 50), heapreplace(heap, 1000), check(heap), len(heap))
print(heappushpop([], 5), nsmallest(3, numbers), nlargest(3, numbers), nsmallest(0, numbers),
      nlargest(100, [2, 1]), nsmallest(1, numbers), nlargest(1, []), nsmallest(-1, [1]))
words = ['pear', 'fig', 'apple', 'kiwi', 'date']
print(nsmallest(2, words, key=len), nlargest(2, words, key=len), nlargest(2, iter(words), key=len),
      nsmallest(3, iter(words), key=len))
print(list(merge([1, 4, 7], [2, 5], [3, 6, 9])), list(merge()), list(merge([], [1])),
      list(merge([3, 1], [4, 2], reverse=True)), list(merge(['a', 'ccc'], ['bb'], key=len)),
      list(merge([1, 1], [1])))
print(next(merge(iter([1, 2]), (i for i in range(5)))))
tasks = []
for entry in ((2, 'b'), (1, 'z'), (1, 'a'), (3, 'c')):
    heappush(tasks, entry)
print([heappop(tasks) for _ in range(4)])


class Item:
    def __init__(self, n):
        self.n = n

    def __lt__(self, other):
        return self.n < other.n


items = [Item(i) for i in (5, 2, 8, 1)]
heapify(items)
print([heappop(items).n for _ in range(4)])


def attempt(action):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)


for action in (lambda: heappop([]), lambda: heapreplace([], 1), lambda: heappush((), 1), lambda: heappop(5),
               lambda: heapify('ab'), lambda: heappush([1], 'a'), lambda: heappush([])):
    attempt(action)


class Shrinking:
    def __lt__(self, other):
        victim.clear()
        return True


victim = [Shrinking() for _ in range(5)]
attempt(lambda: heapify(victim))
heap = [5, 4, 3]
heapq._heapify_max(heap)
print(heap, heapq._heappop_max(heap), heapq._heapreplace_max(heap, 1), heap)
