"""Symbolic algebra: trees of tuples and of node classes are built, derived, simplified, evaluated."""
# benchmark: allocation-heavy


class Node:
    def __repr__(self):
        return self.text()


class Constant(Node):
    def __init__(self, value):
        self.value = value

    def derive(self):
        return Constant(0)

    def simplify(self):
        return self

    def evaluate(self, x):
        return self.value

    def text(self):
        return str(self.value)

    def size(self):
        return 1


class Unknown(Node):
    def derive(self):
        return Constant(1)

    def simplify(self):
        return self

    def evaluate(self, x):
        return x

    def text(self):
        return "x"

    def size(self):
        return 1


class Binary(Node):
    sign = "?"

    def __init__(self, left, right):
        self.left = left
        self.right = right

    def text(self):
        return f"({self.left.text()} {self.sign} {self.right.text()})"

    def size(self):
        return 1 + self.left.size() + self.right.size()

    def simplify(self):
        left = self.left.simplify()
        right = self.right.simplify()
        if isinstance(left, Constant) and isinstance(right, Constant):
            return Constant(type(self)(left, right).evaluate(0))
        return self.reduced(left, right)


class Sum(Binary):
    sign = "+"

    def derive(self):
        return Sum(self.left.derive(), self.right.derive())

    def evaluate(self, x):
        return (self.left.evaluate(x) + self.right.evaluate(x)) % 1000003

    def reduced(self, left, right):
        if isinstance(left, Constant) and left.value == 0:
            return right
        if isinstance(right, Constant) and right.value == 0:
            return left
        return Sum(left, right)


class Product(Binary):
    sign = "*"

    def derive(self):
        return Sum(Product(self.left.derive(), self.right), Product(self.left, self.right.derive()))

    def evaluate(self, x):
        return self.left.evaluate(x) * self.right.evaluate(x) % 1000003

    def reduced(self, left, right):
        for one, other in ((left, right), (right, left)):
            if isinstance(one, Constant):
                if one.value == 0:
                    return one
                if one.value == 1:
                    return other
        return Product(left, right)


def polynomial(degree):
    """Nested multiplication: ((c x + c) x + c) ..."""
    tree = Constant(degree)
    for i in range(degree):
        tree = Sum(Product(tree, Unknown()), Constant(i * 7 % 5))
    return tree


def main():
    print(polynomial(3).derive().simplify())
    for degree in (8, 12, 16, 20):
        tree = polynomial(degree)
        sizes = []
        for _ in range(3):
            tree = tree.derive().simplify()
            sizes.append(tree.size())
        total = 0
        for x in range(40):
            total = (total * 7 + tree.evaluate(x)) % 1000003
        print(degree, sizes, total, len(tree.text()))


main()
