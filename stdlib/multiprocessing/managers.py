"""Managers: a server process whose objects other processes use through proxies.

The server has a thread for each connection, so that a call that waits (Queue.get) holds up nobody
else. A proxy has a connection for each thread and process that uses it.
"""

import os
import queue
import threading
from multiprocessing import ProcessError, connection, get_context, process, util

__all__ = ['BaseManager', 'SyncManager', 'BaseProxy']


class RemoteError(Exception):
    """Something went wrong in the server that is no exception of a call."""

    def __str__(self):
        line = '-' * 75
        return f'\n{line}\n{self.args[0]}{line}'


class Namespace:
    """An object of attributes."""

    def __init__(self, /, **kwds):
        self.__dict__.update(kwds)

    def __repr__(self):
        shown = ', '.join(f'{name}={value!r}' for name, value in sorted(self.__dict__.items())
                          if not name.startswith('_'))
        return f'{type(self).__name__}({shown})'


class Value:
    """A value."""

    def __init__(self, typecode, value, lock=True):
        self._typecode = typecode
        self._value = value

    def get(self):
        """The value."""
        return self._value

    def set(self, value):
        """Sets the value."""
        self._value = value

    def __repr__(self):
        return f'{type(self).__name__}({self._typecode!r}, {self._value!r})'

    value = property(get, set)


def _make_array(typecode, sequence, lock=True):
    return list(sequence)


# --- The server


class _Server:
    # Requests are (ident, name, args, kwargs); answers (kind, value). Ident 0 is the server.

    def __init__(self, registry, listener):
        self.registry = registry
        self.listener = listener
        self.objects = {}
        self.counts = {}
        self.lock = threading.Lock()
        self.numbers = iter(range(1, 1 << 62))
        self.ended = threading.Event()

    def serve(self):
        threading.Thread(target=self.accept, daemon=True).start()
        self.ended.wait()

    def accept(self):
        while True:
            try:
                client = self.listener.accept()
            except OSError:
                return
            threading.Thread(target=self.answer, args=(client,), daemon=True).start()

    def answer(self, client):
        while True:
            try:
                ident, name, args, kwargs = client.recv()
            except (EOFError, OSError):
                client.close()
                return
            try:
                if ident == 0:
                    answer = 'value', getattr(self, 'do_' + name)(*args, **kwargs)
                else:
                    target, methods = self.objects[ident]
                    answer = self.call(target, methods, name, args, kwargs)
            except Exception as error:
                answer = 'error', error
            try:
                client.send(answer)
            except (BrokenPipeError, ConnectionResetError):
                client.close()
                return
            except Exception:
                import traceback
                client.send(('failure', traceback.format_exc()))
            if name == 'shutdown' and ident == 0:
                self.ended.set()

    def call(self, target, methods, name, args, kwargs):
        if name == '#repr':
            return 'value', repr(target)
        if name == '#value':
            return 'value', target
        result = getattr(target, name)(*args, **kwargs)
        typeid = methods.get(name)
        if typeid is None:
            return 'value', result
        return 'proxy', (typeid, *self.add(result, {}))

    def add(self, obj, methods):
        with self.lock:
            ident = next(self.numbers)
            self.objects[ident] = obj, methods
            self.counts[ident] = 1
        return ident, [name for name in dir(obj)
                       if callable(getattr(obj, name)) and not name.startswith('_')]

    def do_create(self, typeid, args, kwargs):
        maker, methods = self.registry[typeid][0], self.registry[typeid][3]
        return self.add(maker(*args, **kwargs) if maker is not None else args[0], methods or {})

    def do_count(self, ident, step):
        with self.lock:
            count = self.counts.get(ident, 0) + step
            self.counts[ident] = count
            if count <= 0:
                self.counts.pop(ident, None)
                self.objects.pop(ident, None)

    def do_shutdown(self):
        return None

    def do_ping(self):
        return os.getpid()


def _run_server(registry, listener, initializer, initargs):
    import signal
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if initializer is not None:
        initializer(*initargs)
    _Server(registry, listener).serve()


# --- Proxies


class _Connections(threading.local):

    def __init__(self):
        self.pid = os.getpid()
        self.by_address = {}


_connections = _Connections()


def _ask(address, authkey, ident, name, args=(), kwargs={}):
    if _connections.pid != os.getpid():
        # The parent's go on being used by the parent.
        for inherited in _connections.by_address.values():
            inherited.close()
        _connections.by_address.clear()
        _connections.pid = os.getpid()
    client = _connections.by_address.get(address)
    if client is None:
        client = connection.Client(address, authkey=authkey)
        _connections.by_address[address] = client
    client.send((ident, name, args, kwargs))
    kind, value = client.recv()
    if kind == 'error':
        raise value
    if kind == 'failure':
        raise RemoteError(value)
    return kind, value


def _forget(address, authkey, ident, pid):
    if pid == os.getpid():
        try:
            _ask(address, authkey, 0, 'count', (ident, -1))
        except Exception:
            pass  # the server has ended


class BaseProxy:
    """Stands for an object of the server."""

    _exposed_ = ()

    def __init__(self, address, authkey, ident, typeid):
        self._address = address
        self._authkey = authkey
        self._id = ident
        self._typeid = typeid
        self._close = util.Finalize(self, _forget, (address, authkey, ident, os.getpid()),
                                    exitpriority=10)

    def _callmethod(self, methodname, args=(), kwds={}):
        """Calls a method of the object."""
        kind, value = _ask(self._address, self._authkey, self._id, methodname, args, kwds)
        if kind == 'proxy':
            typeid, ident, exposed = value
            return _make_proxy(self._address, self._authkey, ident, typeid, exposed)
        return value

    def _getvalue(self):
        """A copy of the object."""
        return _ask(self._address, self._authkey, self._id, '#value')[1]

    def __reduce__(self):
        _ask(self._address, self._authkey, 0, 'count', (self._id, 1))
        exposed = getattr(self, '_exposed_names', None)
        return _make_proxy, (self._address, self._authkey, self._id, self._typeid, exposed)

    def __repr__(self):
        return (f'<{type(self).__name__} object, typeid {self._typeid!r} at {id(self):#x}>')

    def __str__(self):
        return _ask(self._address, self._authkey, self._id, '#repr')[1]


def _proxy_class(name, exposed, base=BaseProxy):
    def make(method):
        def call(self, /, *args, **kwds):
            return self._callmethod(method, args, kwds)
        call.__name__ = method
        return call
    return type(name, (base,), {**{each: make(each) for each in exposed},
                                '_exposed_': tuple(exposed), '__module__': __name__})


class NamespaceProxy(BaseProxy):
    """Stands for a Namespace."""

    def __getattr__(self, key):
        if key[0] == '_':
            return object.__getattribute__(self, key)
        return self._callmethod('__getattribute__', (key,))

    def __setattr__(self, key, value):
        if key[0] == '_':
            object.__setattr__(self, key, value)
        else:
            self._callmethod('__setattr__', (key, value))

    def __delattr__(self, key):
        if key[0] == '_':
            object.__delattr__(self, key)
        else:
            self._callmethod('__delattr__', (key,))


class _Acquirer(BaseProxy):

    def __enter__(self):
        return self._callmethod('acquire')

    def __exit__(self, *args):
        return self._callmethod('release')


class _Value(BaseProxy):

    value = property(lambda self: self._callmethod('get'),
                     lambda self, value: self._callmethod('set', (value,)))


_list_methods = ('__add__', '__contains__', '__delitem__', '__getitem__', '__len__', '__mul__',
                 '__reversed__', '__rmul__', '__setitem__', 'append', 'count', 'extend', 'index',
                 'insert', 'pop', 'remove', 'reverse', 'sort')
_dict_methods = ('__contains__', '__delitem__', '__getitem__', '__len__', '__setitem__', 'clear',
                 'copy', 'get', 'pop', 'popitem', 'setdefault', 'update')


class _Listing(BaseProxy):

    def __iadd__(self, value):
        self._callmethod('extend', (value,))
        return self

    def __imul__(self, value):
        self._callmethod('__imul__', (value,))
        return self

    def __iter__(self):
        return iter(self._callmethod('copy'))


class _Mapping(BaseProxy):

    def __iter__(self):
        return iter(self._callmethod('copy'))

    def keys(self):
        """The keys, as a list."""
        return list(self._callmethod('copy'))

    def values(self):
        """The values, as a list."""
        return list(self._callmethod('copy').values())

    def items(self):
        """The items, as a list."""
        return list(self._callmethod('copy').items())


ListProxy = _proxy_class('ListProxy', _list_methods, _Listing)
DictProxy = _proxy_class('DictProxy', _dict_methods, _Mapping)
AcquirerProxy = _proxy_class('AcquirerProxy', ('acquire', 'release'), _Acquirer)
ConditionProxy = _proxy_class('ConditionProxy', ('acquire', 'release', 'wait', 'notify',
                                                 'notify_all'), _Acquirer)
EventProxy = _proxy_class('EventProxy', ('is_set', 'set', 'clear', 'wait'))
BarrierProxy = _proxy_class('BarrierProxy', ('wait', 'abort', 'reset'))
ValueProxy = _proxy_class('ValueProxy', ('get', 'set'), _Value)
ArrayProxy = _proxy_class('ArrayProxy', ('__len__', '__getitem__', '__setitem__'))
_queue_methods = ('put', 'get', 'put_nowait', 'get_nowait', 'qsize', 'empty', 'full', 'task_done',
                  'join')
QueueProxy = _proxy_class('QueueProxy', _queue_methods)

# Proxies of types that no class was registered for, by what they expose.
_made_classes = {}
_known_proxies = {}


def _make_proxy(address, authkey, ident, typeid, exposed):
    cls = _known_proxies.get(typeid)
    if cls is None:
        key = typeid, tuple(exposed or ())
        cls = _made_classes.get(key)
        if cls is None:
            cls = _made_classes[key] = _proxy_class(f'AutoProxy[{typeid}]', exposed or ())
    proxy = cls(address, authkey, ident, typeid)
    object.__setattr__(proxy, '_exposed_names', exposed)
    return proxy


# --- Managers


class BaseManager:
    """A server process; subclasses register what it makes."""

    _registry = {}

    def __init__(self, address=None, authkey=None, serializer='pickle', ctx=None, *,
                 shutdown_timeout=1.0):
        self._authkey = bytes(process.current_process().authkey if authkey is None else authkey)
        self._address = address
        self._process = None
        self._ctx = ctx or get_context()
        self._state = 'initial'
        self.shutdown = self._never_started

    def _never_started(self):
        """Ends the server."""

    def start(self, initializer=None, initargs=()):
        """Begins the server process."""
        if self._state != 'initial':
            raise ProcessError('Already started server')
        if initializer is not None and not callable(initializer):
            raise TypeError('initializer must be a callable')
        listener = connection.Listener(self._address, authkey=self._authkey)
        self._address = listener.address
        self._process = self._ctx.Process(
            target=_run_server, args=(self._registry, listener, initializer, initargs))
        self._process.name = f'{type(self).__name__}-' + ':'.join(
            map(str, self._process._identity))
        self._process.start()
        listener.close()
        self._state = 'started'
        self.shutdown = util.Finalize(
            self, BaseManager._end, (self._process, self._address, self._authkey),
            exitpriority=0)

    def connect(self):
        """Uses the server at the address, which another process has begun."""
        _ask(self._address, self._authkey, 0, 'ping')
        self._state = 'started'

    @staticmethod
    def _end(server, address, authkey):
        if server.is_alive():
            try:
                _ask(address, authkey, 0, 'shutdown')
            except Exception:
                pass
            server.join(timeout=1.0)
            if server.is_alive():
                server.terminate()
                server.join()

    def join(self, timeout=None):
        """Waits for the server's end."""
        if self._process is not None:
            self._process.join(timeout)

    @property
    def address(self):
        """Where the server listens."""
        return self._address

    def __enter__(self):
        if self._state == 'initial':
            self.start()
        return self

    def __exit__(self, exc_type, exc_val, exc_tb):
        self.shutdown()

    def _create(self, typeid, /, *args, **kwds):
        assert self._state == 'started', 'server not yet started'
        ident, exposed = _ask(self._address, self._authkey, 0, 'create', (typeid, args, kwds))[1]
        wanted = self._registry[typeid][1]
        return _make_proxy(self._address, self._authkey, ident, typeid,
                           exposed if wanted is None else wanted)

    @classmethod
    def register(cls, typeid, callable=None, proxytype=None, exposed=None,
                 method_to_typeid=None, create_method=True):
        """Says what the server makes under a name."""
        if '_registry' not in cls.__dict__:
            cls._registry = cls._registry.copy()
        exposed = exposed or getattr(proxytype, '_exposed_', None)
        cls._registry[typeid] = callable, exposed, proxytype, method_to_typeid
        if proxytype is not None:
            _known_proxies[typeid] = proxytype
        if create_method:
            def create(self, /, *args, **kwds):
                return self._create(typeid, *args, **kwds)
            create.__name__ = typeid
            setattr(cls, typeid, create)


class SyncManager(BaseManager):
    """A manager of the usual types."""


for _name, _maker, _proxy in (
        ('Queue', queue.Queue, QueueProxy), ('JoinableQueue', queue.Queue, QueueProxy),
        ('Event', threading.Event, EventProxy), ('Lock', threading.Lock, AcquirerProxy),
        ('RLock', threading.RLock, AcquirerProxy),
        ('Semaphore', threading.Semaphore, AcquirerProxy),
        ('BoundedSemaphore', threading.BoundedSemaphore, AcquirerProxy),
        ('Condition', threading.Condition, ConditionProxy),
        ('Barrier', threading.Barrier, BarrierProxy), ('list', list, ListProxy),
        ('dict', dict, DictProxy), ('Value', Value, ValueProxy),
        ('Array', _make_array, ArrayProxy), ('Namespace', Namespace, NamespaceProxy)):
    SyncManager.register(_name, _maker, _proxy)
del _name, _maker, _proxy
