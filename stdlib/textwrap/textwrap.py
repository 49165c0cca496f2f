"""Wrapping and indenting of text."""

__all__ = ['TextWrapper', 'wrap', 'fill', 'dedent', 'indent', 'shorten']

_whitespace = '\t\n\x0b\x0c\r '
_to_spaces = dict.fromkeys(map(ord, _whitespace), ord(' '))


def _is_letter(character):
    # A letter of a word: a word character that is no digit.
    return character.isalpha() or character == '_'


def _is_word(character):
    return character.isalnum() or character == '_'


def _is_inner(character):
    return _is_word(character) or character in '!"\'&.,?'


def _split_runs(text):
    # Runs of whitespace and runs of other characters, in turn.
    start = 0
    while start < len(text):
        blank = text[start] in _whitespace
        end = start + 1
        while end < len(text) and (text[end] in _whitespace) == blank:
            end += 1
        yield text[start:end], blank
        start = end


def _split_word(word):
    # Where a word may be broken: behind hyphens between letters, and around dashes.
    pieces = []
    start = 0
    place = 0
    count = len(word)
    while place < count:
        if word[place] != '-':
            place += 1
            continue
        end = place
        while end < count and word[end] == '-':
            end += 1
        if end - place >= 2:
            # A dash: words before and behind it.
            if place > start and end < count and _is_inner(word[place - 1]) and (
                    _is_word(word[end])):
                pieces.append(word[start:place])
                pieces.append(word[place:end])
                start = end
            place = end
            continue
        before = word[:place]
        behind = word[end:]
        if (len(before) >= 2 and _is_letter(before[-1]) and _is_letter(before[-2]) or
                len(before) >= 3 and before[-2] == '-' and _is_letter(before[-1])) and (
                    behind and _is_letter(behind[0]) and
                    (len(behind) >= 2 and (_is_letter(behind[1]) or
                                           behind[1] == '-' and len(behind) >= 3 and
                                           _is_letter(behind[2])))):
            pieces.append(word[start:end])
            start = end
        place = end
    if start < count:
        pieces.append(word[start:])
    return pieces


class TextWrapper:
    """Breaks text into lines of limited width."""

    def __init__(self, width=70, initial_indent='', subsequent_indent='', expand_tabs=True,
                 replace_whitespace=True, fix_sentence_endings=False, break_long_words=True,
                 drop_whitespace=True, break_on_hyphens=True, tabsize=8, *, max_lines=None,
                 placeholder=' [...]'):
        self.width = width
        self.initial_indent = initial_indent
        self.subsequent_indent = subsequent_indent
        self.expand_tabs = expand_tabs
        self.replace_whitespace = replace_whitespace
        self.fix_sentence_endings = fix_sentence_endings
        self.break_long_words = break_long_words
        self.drop_whitespace = drop_whitespace
        self.break_on_hyphens = break_on_hyphens
        self.tabsize = tabsize
        self.max_lines = max_lines
        self.placeholder = placeholder

    def _munge_whitespace(self, text):
        if self.expand_tabs:
            text = text.expandtabs(self.tabsize)
        if self.replace_whitespace:
            text = text.translate(_to_spaces)
        return text

    def _split(self, text):
        chunks = []
        for run, blank in _split_runs(text):
            if blank or not self.break_on_hyphens:
                chunks.append(run)
            else:
                chunks.extend(_split_word(run))
        return chunks

    def _fix_sentence_endings(self, chunks):
        for index in range(len(chunks) - 1):
            if chunks[index + 1] == ' ':
                word = chunks[index].rstrip('"\'')
                if word[-1:] in ('.', '!', '?') and 'a' <= word[-2:-1] <= 'z' and (
                        len(chunks[index]) - len(word) <= 1):
                    chunks[index + 1] = '  '

    def _split_chunks(self, text):
        return self._split(self._munge_whitespace(text))

    def _wrap_chunks(self, chunks):
        if self.width <= 0:
            raise ValueError('invalid width %r (must be > 0)' % self.width)
        if self.max_lines is not None:
            indent = self.subsequent_indent if self.max_lines > 1 else self.initial_indent
            if len(indent) + len(self.placeholder.lstrip()) > self.width:
                raise ValueError('placeholder too large for max width')
        lines = []
        chunks.reverse()
        while chunks:
            line = []
            length = 0
            indent = self.subsequent_indent if lines else self.initial_indent
            width = self.width - len(indent)
            if self.drop_whitespace and chunks[-1].strip() == '' and lines:
                del chunks[-1]
            while chunks and length + len(chunks[-1]) <= width:
                length += len(chunks[-1])
                line.append(chunks.pop())
            if chunks and len(chunks[-1]) > width:
                self._handle_long_word(chunks, line, length, width)
                length = sum(map(len, line))
            if self.drop_whitespace and line and line[-1].strip() == '':
                length -= len(line.pop())
            if not line:
                continue
            if (self.max_lines is None or len(lines) + 1 < self.max_lines or
                    (not chunks or self.drop_whitespace and len(chunks) == 1 and
                     not chunks[0].strip()) and length <= width):
                lines.append(indent + ''.join(line))
                continue
            # The last line allowed: what is left gives way to the placeholder.
            while line:
                if line[-1].strip() and length + len(self.placeholder) <= width:
                    line.append(self.placeholder)
                    lines.append(indent + ''.join(line))
                    break
                length -= len(line.pop())
            else:
                if lines:
                    previous = lines[-1].rstrip()
                    if len(previous) + len(self.placeholder) <= self.width:
                        lines[-1] = previous + self.placeholder
                        break
                lines.append(indent + self.placeholder.lstrip())
            break
        return lines

    def _handle_long_word(self, chunks, line, length, width):
        # A chunk that fits on no line is broken, or has a line of its own.
        space = 1 if width < 1 else width - length
        if self.break_long_words:
            chunk = chunks[-1]
            end = space
            if self.break_on_hyphens and len(chunk) > space:
                hyphen = chunk.rfind('-', 0, space)
                if hyphen > 0 and any(character != '-' for character in chunk[:hyphen]):
                    end = hyphen + 1
            line.append(chunk[:end])
            chunks[-1] = chunk[end:]
        elif not line:
            line.append(chunks.pop())

    def wrap(self, text):
        """The lines of a paragraph."""
        chunks = self._split_chunks(text)
        if self.fix_sentence_endings:
            self._fix_sentence_endings(chunks)
        return self._wrap_chunks(chunks)

    def fill(self, text):
        """The lines of a paragraph as one string."""
        return '\n'.join(self.wrap(text))


def wrap(text, width=70, **kwargs):
    """Break a paragraph into lines."""
    return TextWrapper(width=width, **kwargs).wrap(text)


def fill(text, width=70, **kwargs):
    """Break a paragraph into lines and join them."""
    return TextWrapper(width=width, **kwargs).fill(text)


def shorten(text, width, **kwargs):
    """Collapse whitespace and cut what does not fit."""
    return TextWrapper(width=width, max_lines=1, **kwargs).fill(' '.join(text.strip().split()))


def dedent(text):
    """Remove the whitespace that all lines begin with."""
    lines = ['' if not line.strip(' \t') else line for line in text.split('\n')]
    margin = None
    for line in lines:
        if not line:
            continue
        indent = line[:len(line) - len(line.lstrip(' \t'))]
        if margin is None:
            margin = indent
            continue
        common = 0
        for mine, other in zip(margin, indent):
            if mine != other:
                break
            common += 1
        margin = margin[:common]
    if margin:
        lines = [line[len(margin):] if line else line for line in lines]
    return '\n'.join(lines)


def indent(text, prefix, predicate=None):
    """Put a prefix before the lines (that are not blank, or that predicate accepts)."""
    if predicate is None:
        predicate = str.strip
    return ''.join([prefix + line if predicate(line) else line
                    for line in text.splitlines(True)])
