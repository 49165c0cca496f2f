"""The headers of an answer as a mapping over the list that start_response() takes."""


class Headers:
    """Names are found whatever their case; several headers may have one name."""

    def __init__(self, headers=None):
        headers = headers if headers is not None else []
        if type(headers) is not list:
            raise TypeError("Headers should be a list of name/value tuples")
        self._headers = headers

    def __len__(self):
        return len(self._headers)

    def __setitem__(self, name, val):
        del self[name]
        self._headers.append((name, val))

    def __delitem__(self, name):
        name = name.lower()
        self._headers[:] = [each for each in self._headers if each[0].lower() != name]

    def __getitem__(self, name):
        return self.get(name)

    def __contains__(self, name):
        return self.get(name) is not None

    def get(self, name, default=None):
        """The first value of a name."""
        name = name.lower()
        for key, value in self._headers:
            if key.lower() == name:
                return value
        return default

    def get_all(self, name):
        """All values of a name."""
        name = name.lower()
        return [value for key, value in self._headers if key.lower() == name]

    def keys(self):
        """The names."""
        return [key for key, _ in self._headers]

    def values(self):
        """The values."""
        return [value for _, value in self._headers]

    def items(self):
        """The names and values."""
        return self._headers[:]

    def __repr__(self):
        return "Headers(%r)" % self._headers

    def __str__(self):
        return "\r\n".join(["%s: %s" % each for each in self._headers] + ["", ""])

    def __bytes__(self):
        return str(self).encode("iso-8859-1")

    def setdefault(self, name, value):
        """The value of a name, which is set if it is not there."""
        found = self.get(name)
        if found is None:
            self._headers.append((name, value))
            return value
        return found

    def add_header(self, _name, _value, **_params):
        """Add a header with parameters."""
        parts = [] if _value is None else [_value]
        for name, value in _params.items():
            name = name.replace("_", "-")
            if value is None:
                parts.append(name)
            else:
                parts.append('%s="%s"' % (name, value.replace("\\", "\\\\").replace('"', '\\"')))
        self._headers.append((_name, "; ".join(parts)))
