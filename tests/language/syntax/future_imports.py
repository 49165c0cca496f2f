# Future imports are accepted at the top, after the docstring.
"""Docstring stays the docstring."""
from __future__ import division, print_function
from __future__ import (absolute_import, unicode_literals as ul,
                        generator_stop)
import sys
print(__doc__)
print(division.__class__.__name__)
print(1 / 2)
