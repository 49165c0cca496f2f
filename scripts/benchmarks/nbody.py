"""Gravity between five bodies: float arithmetic and attributes of a few objects."""
import math


class Body:
    __slots__ = ("x", "y", "z", "vx", "vy", "vz", "mass")

    def __init__(self, position, velocity, mass):
        self.x, self.y, self.z = position
        self.vx, self.vy, self.vz = velocity
        self.mass = mass


def make_system():
    bodies = [Body((0.0, 0.0, 0.0), (0.0, 0.0, 0.0), 40.0)]
    for i in range(1, 5):
        distance = 3.0 * i + 1.0
        angle = 1.3 * i
        speed = math.sqrt(40.0 / distance)
        bodies.append(
            Body(
                (distance * math.cos(angle), distance * math.sin(angle), 0.1 * i),
                (-speed * math.sin(angle), speed * math.cos(angle), 0.02 * i),
                0.03 / i,
            )
        )
    return bodies


def advance(bodies, dt):
    count = len(bodies)
    for i in range(count):
        a = bodies[i]
        for j in range(i + 1, count):
            b = bodies[j]
            dx = a.x - b.x
            dy = a.y - b.y
            dz = a.z - b.z
            square = dx * dx + dy * dy + dz * dz
            force = dt / (square * math.sqrt(square))
            a.vx -= dx * b.mass * force
            a.vy -= dy * b.mass * force
            a.vz -= dz * b.mass * force
            b.vx += dx * a.mass * force
            b.vy += dy * a.mass * force
            b.vz += dz * a.mass * force
    for body in bodies:
        body.x += dt * body.vx
        body.y += dt * body.vy
        body.z += dt * body.vz


def energy(bodies):
    total = 0.0
    count = len(bodies)
    for i in range(count):
        a = bodies[i]
        total += 0.5 * a.mass * (a.vx * a.vx + a.vy * a.vy + a.vz * a.vz)
        for j in range(i + 1, count):
            b = bodies[j]
            dx = a.x - b.x
            dy = a.y - b.y
            dz = a.z - b.z
            total -= a.mass * b.mass / math.sqrt(dx * dx + dy * dy + dz * dz)
    return total


def main():
    bodies = make_system()
    print("%.9f" % energy(bodies))
    for _ in range(150000):
        advance(bodies, 0.002)
    print("%.9f" % energy(bodies))


main()
