"""Content encodings of streamed bodies."""

from urllib3.exceptions import DecodeError


class _Plain:
    """No encoding."""

    def decompress(self, data):
        """The data."""
        return data

    def flush(self):
        """What is left."""
        return b""


class _Inflater:
    """gzip (several members, too) and deflate (with and without header)."""

    def __init__(self, encoding):
        import zlib
        self._zlib, self._encoding = zlib, encoding
        self._is_first = True
        self._inflate = zlib.decompressobj(31 if encoding == "gzip" else 15)

    def decompress(self, data):
        """The bytes that come out."""
        out = []
        try:
            while data:
                try:
                    out.append(self._inflate.decompress(data))
                except self._zlib.error:
                    if not self._is_first or self._encoding == "gzip":
                        raise
                    self._inflate = self._zlib.decompressobj(-15)
                    out.append(self._inflate.decompress(data))
                self._is_first = False
                data = self._inflate.unused_data if self._encoding == "gzip" else b""
                if data:
                    self._inflate = self._zlib.decompressobj(31)
        except self._zlib.error as problem:
            raise DecodeError("Received response with content-encoding: %s, but failed to decode "
                              "it." % self._encoding, problem) from None
        return b"".join(out)

    def flush(self):
        """What is left."""
        return self._inflate.flush()


class _Chain:
    """Several encodings, the last one outermost."""

    def __init__(self, decoders):
        self._decoders = decoders

    def decompress(self, data):
        """The bytes that come out."""
        for decoder in self._decoders:
            data = decoder.decompress(data)
        return data

    def flush(self):
        """What is left."""
        return self._decoders[-1].flush()


def decoder_for(encoding):
    """What undoes the encodings a Content-Encoding header names."""
    names = [each.strip().lower() for each in encoding.split(",")]
    decoders = [_Inflater("gzip" if name == "x-gzip" else name) for name in reversed(names)
                if name in ("gzip", "x-gzip", "deflate")]
    if not decoders:
        return _Plain()
    return decoders[0] if len(decoders) == 1 else _Chain(decoders)
