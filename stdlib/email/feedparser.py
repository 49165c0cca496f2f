"""The parsers that take a message piece by piece, under the name they have elsewhere."""

from email.parser import BytesFeedParser, FeedParser

__all__ = ["FeedParser", "BytesFeedParser"]
