#!/usr/bin/env python3
"""Our HTTP servers under load, with faults.

    run_load.py --interp CMD [--seconds 3] [--kinds pywsgi,http.server,asyncio]

While wrk asks for pages (a client of our own where wrk is not installed) and the server collects all
the time, clients come that reset their connections, close half of them, say half of a request or
nothing at all, and the server's connections are shut down under it. Afterwards each of its
descriptors, fibers and threads has to be back, and nothing but the faults may have been reported.
The closing line counts; with --seconds 60 it is the long form.
"""

import argparse
import json
import pathlib
import random
import re
import resource
import select
import shlex
import shutil
import socket
import struct
import subprocess
import sys
import threading
import time

HERE = pathlib.Path(__file__).resolve().parent
REQUEST = b'GET /page HTTP/1.1\r\nHost: here\r\n\r\n'
POST = b'POST /echo HTTP/1.1\r\nHost: here\r\nContent-Length: 100000\r\n\r\n'
# What a server may say of connections that break.
EXPECTED = re.compile(r'(ConnectionResetError|BrokenPipeError|ConnectionAbortedError|TimeoutError): '
                      r'|OSError: (\[Errno 107\]|unexpected end of file) ')


class Server:
    """A server's process, and its answers."""

    def __init__(self, interpreter, kind, descriptors=None):
        def limit():
            if descriptors is not None:
                resource.setrlimit(resource.RLIMIT_NOFILE, (descriptors, descriptors))

        self.process = subprocess.Popen([*interpreter, str(HERE / 'server.py'), kind],
                                        stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                                        stderr=subprocess.PIPE, text=True, preexec_fn=limit)
        self.errors = []
        self.listener = threading.Thread(target=self._listen, daemon=True)
        self.listener.start()
        self.port = int(self.answer())

    def _listen(self):
        self.errors.extend(self.process.stderr)

    def answer(self):
        if not select.select([self.process.stdout], [], [], 60)[0]:
            raise RuntimeError('the server does not answer: it hangs')
        line = self.process.stdout.readline()
        if not line:
            raise RuntimeError('the server has ended: ' + ''.join(self.errors[-20:]))
        return line

    def ask(self, command):
        self.process.stdin.write(command + '\n')
        self.process.stdin.flush()
        return json.loads(self.answer())

    def end(self):
        self.process.kill()
        self.process.wait()
        self.listener.join()


def get_page(port):
    """One request over a connection of its own."""
    with socket.create_connection(('127.0.0.1', port), 20) as connection:
        connection.sendall(REQUEST.replace(b'\r\n\r\n', b'\r\nConnection: close\r\n\r\n'))
        answer = b''
        while b'\r\n\r\n' not in answer or len(answer.partition(b'\r\n\r\n')[2]) < 1400:
            piece = connection.recv(65536)
            if not piece:
                break
            answer += piece
        return answer


def bad_client(port, chance):
    """Comes, does something that is wrong, and goes."""
    connection = socket.create_connection(('127.0.0.1', port), 20)
    with connection:
        kind = chance.randrange(7)
        if chance.random() < 0.7:
            # Its close is a reset.
            connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack('ii', 1, 0))
        if kind == 0:
            return
        if kind == 1:
            connection.sendall(REQUEST[:chance.randrange(len(REQUEST))])
        elif kind == 2:
            connection.sendall(POST + bytes(chance.randrange(99999)))
        elif kind == 3:
            connection.sendall(REQUEST)
            connection.shutdown(socket.SHUT_WR)
            connection.recv(chance.randrange(1, 3000))
        elif kind == 4:
            connection.sendall(REQUEST * chance.randrange(1, 200))
        elif kind == 5:
            connection.sendall(REQUEST)
            connection.recv(10)
        else:
            connection.sendall(b'\x16\x03\x01 not HTTP at all\r\n\r\n')
        time.sleep(chance.random() * 0.01)


class Faults(threading.Thread):
    """Bad clients, one after the other, and connections broken under the server."""

    def __init__(self, server, seed):
        super().__init__()
        self.server, self.chance = server, random.Random(seed)
        self.over = threading.Event()
        self.clients = self.broken = 0
        self.problem = None

    def run(self):
        try:
            while not self.over.wait(0.002):
                try:
                    bad_client(self.server.port, self.chance)
                except (ConnectionResetError, BrokenPipeError):
                    pass
                self.clients += 1
                if self.clients % 10 == 0:
                    self.broken += self.server.ask('break 1')
        except Exception as problem:
            self.problem = problem


class Watcher(threading.Thread):
    """A client that looks at what it gets, which wrk does not: each answer whole, and its own.

    Its connection may be broken under the server as any other; then it comes again.
    """

    def __init__(self, port, seed):
        super().__init__()
        self.port, self.chance = port, random.Random(seed)
        self.over = threading.Event()
        self.answered = self.broken = 0
        self.problem = None

    def run(self):
        connection = reader = None
        try:
            while not self.over.is_set():
                try:
                    if connection is None:
                        connection = socket.create_connection(('127.0.0.1', self.port), 60)
                        reader = connection.makefile('rb')
                    self._ask(connection, reader)
                    self.answered += 1
                except (ConnectionResetError, BrokenPipeError):
                    self.broken += 1
                    reader.close()
                    connection.close()
                    connection = None
        except Exception as problem:
            self.problem = f'{type(problem).__name__}: {problem}'
        finally:
            if connection is not None:
                reader.close()
                connection.close()

    def _ask(self, connection, reader):
        body = self.chance.randbytes(self.chance.randrange(1, 50000))
        connection.sendall(b'POST /echo HTTP/1.1\r\nHost: here\r\nContent-Length: %d\r\n\r\n'
                           % len(body) + body)
        status, answer = read_answer(reader)
        if status == b'200' and answer != body and body.startswith(answer):
            # The server was told that there is no more to read.
            raise ConnectionResetError
        if status != b'200' or answer != body:
            raise ValueError(f'{status} with {len(answer)} bytes for {len(body)}')


def read_answer(reader):
    """Status and body of one answer; ConnectionResetError when it is not whole."""
    status, length = reader.readline(), 0
    while (line := reader.readline()) not in (b'\r\n', b''):
        if line.lower().startswith(b'content-length:'):
            length = int(line[15:])
    body = reader.read(length)
    if not line or len(body) < length:
        raise ConnectionResetError
    return status.split()[1], body


def own_load(port, seconds, connections=8):
    """Requests over kept connections: how many, wrong answers, connections that broke, timeouts."""
    done, wrong, broken = [], [], []
    deadline = time.monotonic() + seconds

    def ask():
        connection = reader = None
        while time.monotonic() < deadline:
            try:
                if connection is None:
                    connection = socket.create_connection(('127.0.0.1', port), 20)
                    reader = connection.makefile('rb')
                connection.sendall(REQUEST)
                status, body = read_answer(reader)
                (done if status == b'200' and body else wrong).append(status)
            except (ConnectionResetError, BrokenPipeError):
                broken.append(connection)
                if connection is not None:
                    reader.close()
                    connection.close()
                connection = None
        if connection is not None:
            reader.close()
            connection.close()

    threads = [threading.Thread(target=ask) for _ in range(connections)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return len(done), len(wrong), len(broken), 0


def wrk_load(port, seconds):
    # An answer that takes long is none that is lost: where others have the processors, fifty threads
    # wait for one lock until wrk's usual two seconds are over, in CPython too.
    done = subprocess.run(['wrk', '-t1', '-c50', '--timeout', '30s', f'-d{seconds}',
                           f'http://127.0.0.1:{port}/page'],
                          capture_output=True, text=True, timeout=seconds + 60).stdout
    count = int(re.search(r'(\d+) requests in', done).group(1))
    wrong = re.search(r'Non-2xx or 3xx responses: (\d+)', done)
    errors = re.search(r'connect (\d+), read (\d+), write (\d+), timeout (\d+)', done)
    connect, read, write, timeout = map(int, errors.groups()) if errors else (0, 0, 0, 0)
    return count, (int(wrong.group(1)) if wrong else 0) + connect, read + write, timeout


def settled(server, before):
    """The state, as soon as it is as before or has had its time."""
    deadline = time.monotonic() + 30
    while True:
        state = server.ask('state')
        if all(state[name] <= before[name] for name in before) or time.monotonic() > deadline:
            return state
        time.sleep(0.1)


def under_load(interpreter, kind, seconds, seed):
    """What is wrong, and a line of figures."""
    server = Server(interpreter, kind)
    problems = []
    try:
        for _ in range(20):
            get_page(server.port)
        # What the first requests need for ever is there now.
        time.sleep(0.3)
        before = server.ask('state')
        faults = Faults(server, seed)
        watcher = Watcher(server.port, seed)
        faults.start()
        watcher.start()
        try:
            load = wrk_load if shutil.which('wrk') else own_load
            count, wrong, broken, late = load(server.port, seconds)
        finally:
            faults.over.set()
            watcher.over.set()
            faults.join()
            watcher.join()
        if faults.problem is not None:
            raise faults.problem
        if watcher.problem is not None:
            problems.append(f'watcher: {watcher.problem}')
        broken += watcher.broken
        after = settled(server, before)
        if b'200 OK' not in get_page(server.port):
            problems.append('does not serve any more')
        if wrong:
            problems.append(f'{wrong} wrong answers')
        if not count or not watcher.answered:
            problems.append('no request was answered')
        if broken > faults.broken:
            problems.append(f'{broken} connections broke, {faults.broken} were broken')
        if late:
            problems.append(f'{late} answers took half a minute')
        problems += [f'{name}: {before[name]} before, {after[name]} after'
                     for name in before if after[name] > before[name]]
    except (RuntimeError, OSError, subprocess.TimeoutExpired) as error:
        problems.append(str(error))
    finally:
        server.end()
    reports = [line for line in server.errors if re.match(r'(\w+\.)*\w+(Error|Exception|Exit)\b', line)]
    problems += [f'reported: {line.strip()}' for line in reports if not EXPECTED.match(line)][:5]
    if problems:
        return problems, ''
    return [], (f'{kind}: {count} requests, {watcher.answered} looked at, {faults.clients} bad clients, '
                f'{faults.broken} connections broken, {len(reports)} reports')


def without_descriptors(interpreter, kind):
    """What is wrong when more clients come than the server has descriptors, and a line."""
    server = Server(interpreter, kind, 48)
    problems, clients = [], []
    try:
        get_page(server.port)
        time.sleep(0.3)
        before = server.ask('state')
        clients = [socket.create_connection(('127.0.0.1', server.port), 20) for _ in range(80)]
        served = clients[0]
        for _ in range(5):
            # Who got in is served, and nobody is busy with those who did not.
            served.sendall(REQUEST)
            if not served.recv(65536):
                problems.append('closed a connection that it had accepted')
                break
            time.sleep(0.1)
        used = server.ask('used')
        time.sleep(1)
        if (used := server.ask('used') - used) > 0.5:
            problems.append(f'took {used} s of processor in a second of waiting for descriptors')
        for client in clients:
            client.close()
        for _ in range(20):
            if b'200 OK' not in get_page(server.port):
                problems.append('does not serve any more')
                break
        after = settled(server, before)
        problems += [f'{name}: {before[name]} before, {after[name]} after'
                     for name in before if after[name] > before[name]]
    except (RuntimeError, OSError) as error:
        problems.append(f'{type(error).__name__}: {error}')
    finally:
        for client in clients:
            client.close()
        server.end()
    return problems, f'{kind}: ran out of descriptors and recovered'


def clients_without_descriptors(interpreter):
    """The same for all our ways to connect."""
    server = Server(interpreter, 'http.server')
    try:
        done = subprocess.run([*interpreter, str(HERE / 'descriptor_clients.py'), str(server.port)],
                              capture_output=True, text=True, timeout=120)
    except subprocess.TimeoutExpired:
        return ['hangs'], ''
    finally:
        server.end()
    lines = done.stdout.splitlines()
    problems = [line for line in lines if line.startswith('bad')]
    if done.returncode or len(lines) < 3:
        problems.append(done.stderr)
    return problems, 'clients: ran out of descriptors and recovered'


def main():
    parser = argparse.ArgumentParser(description=__doc__.partition('\n')[0])
    parser.add_argument('--interp', required=True)
    parser.add_argument('--seconds', type=int, default=3)
    parser.add_argument('--kinds', default='pywsgi,http.server,asyncio')
    parser.add_argument('--seed', type=int, default=1)
    options = parser.parse_args()
    interpreter = shlex.split(options.interp)
    kinds = options.kinds.split(',')
    runs = [('clients', lambda: clients_without_descriptors(interpreter))]
    for kind in kinds:
        runs.append((kind, lambda kind=kind: without_descriptors(interpreter, kind)))
        runs.append((kind, lambda kind=kind: under_load(interpreter, kind, options.seconds,
                                                        options.seed)))
    failed = 0
    for name, run in runs:
        problems, figures = run()
        print('\n'.join(f'FAILED {name}: {problem}' for problem in problems) or figures, flush=True)
        failed += bool(problems)
    print(f'{len(runs) - failed} passed, {failed} failed')
    return 1 if failed else 0


if __name__ == '__main__':
    sys.exit(main())
