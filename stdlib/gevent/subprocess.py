"""gevent.subprocess is not there yet: importing it says so."""

raise ImportError("gevent.subprocess is not supported by this interpreter yet", name="gevent.subprocess")
