def match(subject):
    match subject:
        case 0 | None:
            return 1
        case [a, b, *rest] if a:
            return rest
        case {"key": value, **others}:
            return value, others
        case Point(x=0, y=y) | Other(y):
            return y
        case [*_, last]:
            return last
        case str() as s:
            return s
        case _:
            return subject
