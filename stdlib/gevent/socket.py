"""gevent.socket is not there yet: importing it says so."""

raise ImportError("gevent.socket is not supported by this interpreter yet", name="gevent.socket")
