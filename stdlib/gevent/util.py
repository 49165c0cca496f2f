"""Small tools: functions whose errors are values, and reports of what runs."""

import sys

from _fiber import alive, getcurrent

__all__ = ["format_run_info", "print_run_info", "GreenletTree", "wrap_errors", "assert_switches"]


class wrap_errors:
    """A function that returns some of its exceptions instead of raising them."""

    def __init__(self, errors, func):
        self._errors = errors
        self._function = func
        self.__doc__ = func.__doc__
        self.__name__ = getattr(func, "__name__", None)
        self.__module__ = func.__module__

    def __call__(self, *args, **kwargs):
        try:
            return self._function(*args, **kwargs)
        except self._errors as error:
            return error

    def __str__(self):
        return str(self._function)

    def __repr__(self):
        return repr(self._function)

    def __getattr__(self, name):
        return getattr(self._function, name)


class GreenletTree:
    """A greenlet with those that it spawned."""

    is_current_tree = False

    def __init__(self, greenlet):
        self.greenlet = greenlet
        self.child_trees = []

    def add_child(self, tree):
        """Adds what it spawned."""
        self.child_trees.append(tree)

    @property
    def root(self):
        """Whether nobody spawned it."""
        return getattr(self.greenlet, "spawning_greenlet", None) is None

    def format_lines(self, details=True):
        """The lines of the drawing."""
        lines = [repr(self.greenlet)]
        for child in self.child_trees:
            inner = child.format_lines(details)
            lines.append(f"+--- {inner[0]}")
            lines += ["|    " + line for line in inner[1:]]
        return lines

    def format(self, details=True):
        """The drawing of the tree."""
        return "\n".join(self.format_lines(details))

    __str__ = format

    @classmethod
    def forest(cls):
        """The trees of the greenlets that run or wait in this thread's hub."""
        trees = {one: cls(one) for one in alive()}
        roots = []
        for one, tree in trees.items():
            spawner = getattr(one, "spawning_greenlet", None)
            above = trees.get(spawner()) if spawner is not None else None
            if above is None or above is tree:
                roots.append(tree)
            else:
                above.add_child(tree)
        return roots

    @classmethod
    def current_tree(cls):
        """The tree of the running greenlet."""
        current = getcurrent()
        for tree in cls.forest():
            todo = [tree]
            while todo:
                one = todo.pop()
                if one.greenlet is current:
                    tree.is_current_tree = True
                    return tree
                todo += one.child_trees
        return cls(current)


def format_run_info(thread_stacks=True, greenlet_stacks=True, limit=None, current_thread_ident=None):
    """The lines of a report of all greenlets."""
    lines = ["*" * 80, "* Greenlets", "*" * 80]
    for tree in GreenletTree.forest():
        lines += tree.format_lines()
    return lines


def print_run_info(thread_stacks=True, greenlet_stacks=True, limit=None, file=None):
    """Prints a report of all greenlets."""
    report = "\n".join(format_run_info(thread_stacks, greenlet_stacks, limit))
    print(report, file=sys.stderr if file is None else file)


class assert_switches:
    """A `with` block within which the greenlet has to let others run."""

    def __init__(self, max_blocking_time=None, hub_only=False):
        self.max_blocking_time = max_blocking_time
        self.hub_only = hub_only

    def __enter__(self):
        from _fiber import now, settrace

        self._switched = False
        self._now = now
        self._began = now()
        self._longest = 0
        self._settrace = settrace
        self._before = settrace(self._trace)
        return self

    def _trace(self, event, arguments):
        self._switched = True
        now = self._now()
        self._longest = max(self._longest, now - self._began)
        self._began = now
        if self._before is not None:
            self._before(event, arguments)

    def __exit__(self, kind, value, traceback):
        self._settrace(self._before)
        if kind is not None:
            return
        longest = max(self._longest, self._now() - self._began)
        if self.max_blocking_time is None:
            if not self._switched:
                raise AssertionError("To the hub")
        elif longest > self.max_blocking_time:
            raise AssertionError(f"Blocked for {longest} seconds, "
                                 f"more than {self.max_blocking_time}")
