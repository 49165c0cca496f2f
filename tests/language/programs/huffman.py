# Huffman codes: building the tree, encoding, decoding, bit packing.
class Node:
    __slots__ = ('count', 'order', 'char', 'left', 'right')
    made = 0
    def __init__(self, count, char=None, left=None, right=None):
        self.count, self.char, self.left, self.right = count, char, left, right
        self.order = Node.made
        Node.made += 1
    def __lt__(self, o): return (self.count, self.order) < (o.count, o.order)
def build(text):
    counts = {}
    for c in text: counts[c] = counts.get(c, 0) + 1
    nodes = sorted(Node(n, c) for c, n in sorted(counts.items()))
    while len(nodes) > 1:
        a, b, *nodes = nodes
        nodes.append(Node(a.count + b.count, None, a, b))
        nodes.sort()
    return nodes[0]
def codes(node, prefix=''):
    if node.char is not None: yield node.char, prefix or '0'
    else:
        yield from codes(node.left, prefix + '0')
        yield from codes(node.right, prefix + '1')
def pack(bits): return len(bits), int('1' + bits, 2).to_bytes(len(bits) // 8 + 1, 'big')
def unpack(n, data): return bin(int.from_bytes(data, 'big'))[3:]
def decode(node, bits):
    out, cur = [], node
    for b in bits:
        if cur.char is None: cur = cur.right if b == '1' else cur.left
        if cur.char is not None: out.append(cur.char); cur = node
    return ''.join(out)
for text in ('abracadabra', 'mississippi river', 'aaaa',
        'the quick brown fox jumps over the lazy dog ' * 20, 'é日😀é日é'):
    tree = build(text)
    table = dict(codes(tree))
    bits = ''.join(table[c] for c in text)
    n, data = pack(bits)
    print(sorted(table.items(), key=lambda kv: (len(kv[1]), kv[1]))[:5], n, len(data), len(text.encode()),
        decode(tree, unpack(n, data)) == text)
