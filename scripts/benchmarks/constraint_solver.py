"""Backtracking with arc consistency over objects: graph colouring and a cryptic addition."""


class Variable:
    def __init__(self, name, domain):
        self.name = name
        self.domain = list(domain)
        self.constraints = []
        self.value = None

    def __repr__(self):
        return f"{self.name}={self.value}"


class Different:
    """Two variables must not be equal."""

    def __init__(self, left, right):
        self.left = left
        self.right = right
        left.constraints.append(self)
        right.constraints.append(self)

    def other(self, variable):
        return self.right if variable is self.left else self.left

    def allows(self, variable, value, other_value):
        return value != other_value


class Apart(Different):
    """Two variables must lie at least `distance` from each other."""

    def __init__(self, left, right, distance):
        super().__init__(left, right)
        self.distance = distance

    def allows(self, variable, value, other_value):
        return abs(value - other_value) >= self.distance


class Solver:
    def __init__(self, variables):
        self.variables = variables
        self.trail = []
        self.nodes = 0
        self.checks = 0

    def choose(self):
        best = None
        for variable in self.variables:
            if variable.value is None:
                if best is None or len(variable.domain) < len(best.domain):
                    best = variable
        return best

    def restrict(self, variable, value):
        """Removes what no longer fits from the neighbours; False when one has nothing left."""
        for constraint in variable.constraints:
            other = constraint.other(variable)
            if other.value is not None:
                continue
            kept = []
            for candidate in other.domain:
                self.checks += 1
                if constraint.allows(variable, value, candidate):
                    kept.append(candidate)
            if len(kept) < len(other.domain):
                self.trail.append((other, other.domain))
                other.domain = kept
                if not kept:
                    return False
        return True

    def undo(self, mark):
        while len(self.trail) > mark:
            variable, domain = self.trail.pop()
            variable.domain = domain

    def count(self, limit):
        variable = self.choose()
        if variable is None:
            return 1
        found = 0
        for value in variable.domain:
            self.nodes += 1
            mark = len(self.trail)
            variable.value = value
            if self.restrict(variable, value):
                found += self.count(limit - found)
            self.undo(mark)
            variable.value = None
            if found >= limit:
                break
        return found


def ring_of_stations(size, channels):
    """Stations on two rings, each far enough in frequency from its neighbours."""
    stations = [Variable(f"s{i}", range(channels)) for i in range(size)]
    for i in range(size):
        Apart(stations[i], stations[(i + 1) % size], 2)
        Different(stations[i], stations[(i + 2) % size])
        if i % 3 == 0:
            Apart(stations[i], stations[(i + 5) % size], 3)
    return stations


def wheel_map(size, colours):
    regions = [Variable(f"r{i}", range(colours)) for i in range(size)]
    for i in range(1, size):
        Different(regions[0], regions[i])
        Different(regions[i], regions[i % (size - 1) + 1])
        Different(regions[i], regions[(i + 2) % (size - 1) + 1])
    return regions


def main():
    for name, variables, limit in (
        ("stations", ring_of_stations(21, 6), 60000),
        ("wheel", wheel_map(16, 5), 60000),
    ):
        solver = Solver(variables)
        print(name, solver.count(limit), solver.nodes, solver.checks)


main()
