"""gevent.ssl is not there yet: importing it says so."""

raise ImportError("gevent.ssl is not supported by this interpreter yet", name="gevent.ssl")
