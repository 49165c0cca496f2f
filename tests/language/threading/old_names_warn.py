# The camel-case names warn, each once for the line that uses it.
import threading
import warnings

thread = threading.Thread(target=lambda: None)
event = threading.Event()
condition = threading.Condition()
condition.acquire()
for use in (
    lambda: thread.setName("old"),
    lambda: thread.getName(),
    lambda: thread.isDaemon(),
    lambda: thread.setDaemon(True),
    lambda: threading.currentThread(),
    lambda: threading.activeCount(),
    lambda: event.isSet(),
    lambda: condition.notifyAll(),
):
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        use()
    for warning in caught:
        print(warning.category.__name__, warning.message, warning.lineno, warning.filename == __file__)
