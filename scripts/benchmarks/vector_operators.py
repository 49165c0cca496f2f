"""A ray tracer in miniature over a vector class: operator methods on many short-lived objects."""
import math


class Vector:
    __slots__ = ("x", "y", "z")

    def __init__(self, x, y, z):
        self.x = x
        self.y = y
        self.z = z

    def __add__(self, other):
        return Vector(self.x + other.x, self.y + other.y, self.z + other.z)

    def __sub__(self, other):
        return Vector(self.x - other.x, self.y - other.y, self.z - other.z)

    def __mul__(self, factor):
        return Vector(self.x * factor, self.y * factor, self.z * factor)

    def __rmul__(self, factor):
        return self * factor

    def __neg__(self):
        return Vector(-self.x, -self.y, -self.z)

    def __matmul__(self, other):
        return self.x * other.x + self.y * other.y + self.z * other.z

    def __eq__(self, other):
        return self.x == other.x and self.y == other.y and self.z == other.z

    def __abs__(self):
        return math.sqrt(self @ self)

    def unit(self):
        return self * (1.0 / abs(self))


class Sphere:
    def __init__(self, centre, radius, brightness, mirror):
        self.centre = centre
        self.radius = radius
        self.brightness = brightness
        self.mirror = mirror

    def hit(self, origin, direction):
        """Distance along the ray, or None."""
        offset = origin - self.centre
        b = offset @ direction
        c = offset @ offset - self.radius * self.radius
        discriminant = b * b - c
        if discriminant < 0.0:
            return None
        root = math.sqrt(discriminant)
        for distance in (-b - root, -b + root):
            if distance > 1e-6:
                return distance
        return None

    def normal(self, point):
        return (point - self.centre).unit()


class Floor:
    brightness = 0.6
    mirror = 0.1

    def hit(self, origin, direction):
        if direction.y >= -1e-9:
            return None
        return -(origin.y + 1.0) / direction.y

    def normal(self, point):
        return Vector(0.0, 1.0, 0.0)


LIGHT = Vector(4.0, 6.0, -5.0).unit()


def trace(things, origin, direction, depth):
    nearest = None
    best = 1e9
    for thing in things:
        distance = thing.hit(origin, direction)
        if distance is not None and distance < best:
            nearest = thing
            best = distance
    if nearest is None:
        return 0.2 + 0.3 * max(direction.y, 0.0)
    point = origin + direction * best
    normal = nearest.normal(point)
    light = max(normal @ LIGHT, 0.0)
    for thing in things:
        if thing is not nearest and thing.hit(point, LIGHT) is not None:
            light *= 0.3
            break
    shade = nearest.brightness * (0.1 + 0.9 * light)
    if nearest.mirror and depth:
        reflected = direction - 2.0 * (direction @ normal) * normal
        seen = trace(things, point, reflected, depth - 1)
        shade = (1.0 - nearest.mirror) * shade + nearest.mirror * seen
    return shade


def main():
    things = [
        Sphere(Vector(0.0, 0.0, 4.0), 1.0, 1.0, 0.3),
        Sphere(Vector(1.7, -0.4, 3.2), 0.6, 0.8, 0.0),
        Sphere(Vector(-1.6, -0.3, 3.0), 0.7, 0.9, 0.5),
        Floor(),
    ]
    width, height = 480, 270
    eye = Vector(0.0, 0.3, -2.0)
    total = 0.0
    for row in range(height):
        line = ""
        for column in range(width):
            across = 2.4 * (column + 0.5) / width - 1.2
            up = 1.2 - 2.4 * (row + 0.5) / height
            shade = trace(things, eye, Vector(across, up * 0.55, 1.5).unit(), 3)
            total += shade
            line += " .:-=+*#%@"[min(int(shade * 10), 9)]
        if row % 18 == 0:
            print(line[::8])
    print("%.6f" % total)


main()
