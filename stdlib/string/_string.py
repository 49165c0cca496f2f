"""The parts of format strings; stands for native code."""


def formatter_parser(format_string):
    """The pieces (text, field name, specification, conversion) of a format string."""
    return iter(list(_parse(format_string)))


def _parse(text):
    literal = []
    place = 0
    count = len(text)
    while place < count:
        character = text[place]
        place += 1
        if character == '}':
            if text[place:place + 1] != '}':
                raise ValueError("Single '}' encountered in format string")
            place += 1
            literal.append('}')
            yield ''.join(literal), None, None, None
            literal = []
            continue
        if character != '{':
            end = place
            while end < count and text[end] not in '{}':
                end += 1
            literal.append(text[place - 1:end])
            place = end
            continue
        if place == count:
            raise ValueError("Single '{' encountered in format string")
        if text[place] == '{':
            place += 1
            literal.append('{')
            yield ''.join(literal), None, None, None
            literal = []
            continue
        depth = 1
        begin = place
        in_name = True
        in_item = False
        while place < count and depth:
            character = text[place]
            place += 1
            # Braces do not count in the brackets of the name.
            if in_item:
                in_item = character != ']'
                continue
            if in_name and character == '[':
                in_item = True
            elif character in '!:':
                in_name = False
            depth += (character == '{') - (character == '}')
        if depth:
            raise ValueError("expected '}' before end of string")
        yield ''.join(literal), *_split_field(text[begin:place - 1])
        literal = []
    if literal:
        yield ''.join(literal), None, None, None


def _split_field(field):
    # Name, specification, conversion.
    place = 0
    while place < len(field):
        character = field[place]
        if character == '[':
            end = field.find(']', place)
            place = len(field) if end < 0 else end + 1
            continue
        if character == '{':
            raise ValueError("unexpected '{' in field name")
        if character in '!:':
            break
        place += 1
    name = field[:place]
    rest = field[place:]
    conversion = None
    if rest[:1] == '!':
        if len(rest) < 2:
            raise ValueError("end of string while looking for conversion specifier")
        conversion = rest[1]
        rest = rest[2:]
        if rest and rest[0] != ':':
            raise ValueError("expected ':' after conversion specifier")
    return name, rest[1:], conversion


def formatter_field_name_split(field_name):
    """The first part of a field name, and the attributes and items after it."""
    place = 0
    while place < len(field_name) and field_name[place] not in '.[':
        place += 1
    first = field_name[:place]
    return int(first) if first.isdigit() else first, iter(list(_rest_of(field_name[place:])))


def _rest_of(rest):
    while rest:
        if rest[0] == '.':
            end = 1
            while end < len(rest) and rest[end] not in '.[':
                end += 1
            part = rest[1:end]
            is_attribute = True
        elif rest[0] == '[':
            end = rest.find(']')
            if end < 0:
                raise ValueError("Missing ']' in format string")
            part = rest[1:end]
            end += 1
            is_attribute = False
            if part.isdigit():
                part = int(part)
        else:
            raise ValueError("Only '.' or '[' may follow ']' in format field specifier")
        if part == '':
            raise ValueError('Empty attribute in format string')
        yield is_attribute, part
        rest = rest[end:]
