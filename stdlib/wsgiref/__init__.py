"""WSGI: a server for tests (simple_server), and what servers and applications have use for (util,
headers, handlers)."""
