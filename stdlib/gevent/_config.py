"""gevent.config: the settings programs read and set."""


class Config:
    """Settings by attribute. A setting that changes nothing here keeps its value all the same."""

    def __init__(self):
        # In this order they are listed.
        self.settings = {
            "resolver": "thread",
            "threadpool": "gevent.threadpool.ThreadPool",
            "threadpool_idle_task_timeout": -1,
            "loop": "gevent.hub.Loop",
            "format_context": repr,
            "fileobject": "thread",
            "disable_watch_children": False,
            "trace_malloc": False,
            "track_greenlet_tree": True,
            "monitor_thread": False,
            "max_blocking_time": 0.1,
            "memory_monitor_period": 5,
            "max_memory_usage": None,
        }

    def __getattr__(self, name):
        settings = self.__dict__["settings"]
        if name not in settings:
            raise AttributeError(f"No configuration setting for: {name!r}")
        return settings[name]

    def __setattr__(self, name, value):
        if name == "settings":
            object.__setattr__(self, name, value)
        elif name in self.settings:
            self.settings[name] = value
        else:
            raise AttributeError(f"No configuration setting for: {name!r}")

    def set(self, name, value):
        """Sets one setting."""
        setattr(self, name, value)

    def __dir__(self):
        return list(self.settings)


config = Config()
