"""Where one value of JSON ends: what a decoder's scan_once does."""

from .decoder import JSONDecodeError

__all__ = ['make_scanner']


def make_scanner(context):
    """A function of (text, index) that gives (value, end), StopIteration if there is none."""

    def scan_once(string, idx):
        try:
            return context.raw_decode(string, idx)
        except JSONDecodeError as error:
            if error.msg == 'Expecting value' and error.pos == idx:
                raise StopIteration(idx) from None
            raise

    return scan_once
