"""gevent.server is not there yet: importing it says so."""

raise ImportError("gevent.server is not supported by this interpreter yet", name="gevent.server")
