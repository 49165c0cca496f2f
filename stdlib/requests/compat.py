"""Names that programs for several versions of Python import from here."""


import json
from collections import OrderedDict
from collections.abc import Callable, Mapping, MutableMapping
from http import cookiejar as cookielib
from http.cookies import Morsel
from io import StringIO
from urllib.parse import (quote, quote_plus, unquote, unquote_plus, urldefrag, urlencode, urljoin,
                          urlparse, urlsplit, urlunparse)

is_py2, is_py3 = False, True
has_simplejson = False
builtin_str = str
basestring = (str, bytes)
numeric_types = (int, float)
integer_types = (int,)
