"""What events, results and semaphores have in common: greenlets and functions wait to be told."""

import sys

from _fiber import call_soon as _call_soon, getcurrent, greenlet, resume as _resume

from gevent.exceptions import InvalidSwitchError
from gevent.hub import get_hub, wait_in_hub
from gevent.timeout import Timeout

# What a wait gives when its time was up.
TIME_IS_UP = object()


class Linkable:
    """Calls its links, first come first, in the hub when it is ready.

    A link is told once and then forgotten. Between the moment when it became ready and the turn of the
    notifier others may come and go; those who were there at that moment are told in any case if
    `_tells_all`, else as long as it is still ready.
    """

    _notifier = None
    _tells_all = True

    def __init__(self):
        self._links = []

    @property
    def hub(self):
        """The hub of the calling thread."""
        return get_hub()

    def ready(self):
        """Whether a wait would not wait."""
        raise NotImplementedError

    def linkcount(self):
        """How many wait."""
        return len(self._links)

    def rawlink(self, callback):
        """callback(self) is called in the hub when it is ready."""
        if not callable(callback):
            raise TypeError(f"Expected callable: {callback!r}")
        self._links.append(callback)
        if self._notifier is None and self.ready():
            self._notify_soon()

    def unlink(self, callback):
        """Takes a link back."""
        try:
            self._links.remove(callback)
        except ValueError:
            pass

    def _notify_soon(self):
        """It has become ready."""
        links = self._links
        if not links or self._notifier is not None:
            return
        if self._tells_all and len(links) == 1 and isinstance(links[0], greenlet):
            # The one who waits takes the turn itself.
            _resume(links.pop(), self)
        else:
            waiting = links[:] if self._tells_all else ()
            self._notifier = _call_soon(self._notify, waiting)

    def _notify(self, waiting):
        present = self._links[:]
        # Those who were there at the moment come first; some may have left.
        first_later = 0
        for link in waiting:
            if first_later < len(present) and present[first_later] == link:
                first_later += 1
        for link in waiting:
            self._tell(link)
        for link in present[first_later:]:
            if not self.ready():
                break
            self._tell(link)
        self._notifier = None
        # Those who came meanwhile have their own turn.
        if self._links and self.ready():
            self._notify_soon()

    def _tell(self, link):
        if link not in self._links:
            return  # it has left
        self._links.remove(link)
        try:
            if isinstance(link, greenlet):
                link.switch(self)
            else:
                link(self)
        except BaseException:
            get_hub().handle_error((link, self), *sys.exc_info())

    def _wait_to_be_told(self, seconds):
        """Waits; TIME_IS_UP after so many seconds, else None."""
        waiting = getcurrent()
        self._links.append(waiting)
        limit = None if seconds is None else Timeout.start_new(seconds)
        try:
            result = wait_in_hub()
            if result is not self:
                raise InvalidSwitchError(
                    f"Invalid switch into {type(self).__name__}.wait(): {result!r}"
                )
        except Timeout as error:
            self.unlink(waiting)
            if error is not limit:
                raise
            return TIME_IS_UP
        except BaseException:
            self.unlink(waiting)
            raise
        finally:
            if limit is not None:
                limit.cancel()
        return None
