"""gevent.select is not there yet: importing it says so."""

raise ImportError("gevent.select is not supported by this interpreter yet", name="gevent.select")
