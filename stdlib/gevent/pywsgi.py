"""gevent.pywsgi is not there yet: importing it says so."""

raise ImportError("gevent.pywsgi is not supported by this interpreter yet", name="gevent.pywsgi")
