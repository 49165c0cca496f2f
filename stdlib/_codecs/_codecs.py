"""Encoding and decoding as functions: names that pickles of old protocols refer to."""


def encode(obj, encoding='utf-8', errors='strict'):
    """The text as bytes."""
    return obj.encode(encoding, errors)


def decode(obj, encoding='utf-8', errors='strict'):
    """The bytes as text."""
    return obj.decode(encoding, errors)
