#!/usr/bin/env python3
"""Measures echo servers against one another, interleaved: messages a second and the processor time
a message costs the server; and what an idle connection costs in memory.

    compare.py --interp WEFT [--connections 50] [--messages 20000] [--rounds 5] [--idle 10000]
"""

import argparse
import os
import resource
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
TICKS = os.sysconf('SC_CLK_TCK')


def processor_seconds(pid):
    fields = Path(f'/proc/{pid}/stat').read_text().rpartition(')')[2].split()
    return (int(fields[11]) + int(fields[12])) / TICKS


def resident_bytes(pid):
    return int(Path(f'/proc/{pid}/statm').read_text().split()[1]) * os.sysconf('SC_PAGE_SIZE')


def servers(interp, go):
    python = '/usr/bin/python3'
    yield 'weft tasks', [interp, HERE / 'echo_fibers.py']
    yield 'weft gevent', [interp, HERE / 'echo_gevent.py']
    yield 'weft asyncio', [interp, HERE / 'echo_asyncio.py']
    yield 'weft streams', [interp, HERE / 'echo_streams.py']
    if go:
        yield 'go', [go, 'serve']
    if os.path.exists(python):
        yield 'gevent', [python, HERE / 'echo_gevent.py']
        yield 'asyncio', [python, HERE / 'echo_asyncio.py']
        yield 'uvloop', [python, HERE / 'echo_asyncio.py', 'uvloop']
        yield 'streams', [python, HERE / 'echo_streams.py']


def start(command):
    process = subprocess.Popen([str(part) for part in command], stdout=subprocess.PIPE,
                               stderr=subprocess.DEVNULL, env={**os.environ, 'GOMAXPROCS': '1'})
    line = process.stdout.readline()
    if not line:
        process.wait()
        return None, 0
    return process, int(line)


def stop(process):
    process.send_signal(signal.SIGKILL)
    process.wait()
    process.stdout.close()


def echo(options, go):
    best = {}
    for _ in range(options.rounds):
        for name, command in servers(options.interp, go):
            process, port = start(command)
            if process is None:
                continue
            load = [go, 'load', f'127.0.0.1:{port}', str(options.connections)]
            subprocess.run([*load, str(options.connections * 20)], check=True,
                           stdout=subprocess.PIPE)
            before = processor_seconds(process.pid)
            done = subprocess.run([*load, str(options.messages)], check=True,
                                  stdout=subprocess.PIPE, text=True)
            used = (processor_seconds(process.pid) - before) / options.messages
            rate = options.messages / float(done.stdout)
            stop(process)
            old_rate, old_used = best.get(name, (0, 1))
            best[name] = max(rate, old_rate), min(used, old_used)
    for name, (rate, used) in best.items():
        print(f'{name:14} {rate:9.0f} messages/s  {used * 1e6:6.2f} us of processor a message')


def idle(options):
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (hard, hard))
    count = min(options.idle, hard - 100)
    for name, command in servers(options.interp, None):
        process, port = start(command)
        if process is None:
            continue
        first = socket.create_connection(('127.0.0.1', port))
        first.sendall(b'x')
        first.recv(1)
        before = resident_bytes(process.pid)
        connections = []
        for _ in range(count):
            connection = socket.create_connection(('127.0.0.1', port))
            connection.sendall(b'x')
            connection.recv(1)
            connections.append(connection)
        cost = (resident_bytes(process.pid) - before) / count
        print(f'{name:14} {cost:7.0f} bytes an idle connection ({count})')
        for connection in [first, *connections]:
            connection.close()
        stop(process)


def main():
    parser = argparse.ArgumentParser(description=__doc__.partition('\n')[0])
    parser.add_argument('--interp', required=True)
    parser.add_argument('--connections', type=int, default=50)
    parser.add_argument('--messages', type=int, default=20000)
    parser.add_argument('--rounds', type=int, default=5)
    parser.add_argument('--idle', type=int, default=10000)
    options = parser.parse_args()
    if not shutil.which('go'):
        sys.exit('the load is made by a Go program; go is not installed')
    with tempfile.TemporaryDirectory() as folder:
        go = os.path.join(folder, 'echo')
        subprocess.run(['go', 'build', '-o', go, str(HERE / 'echo.go')], check=True,
                       env={**os.environ, 'GO111MODULE': 'off'})
        if options.rounds:
            echo(options, go)
    if options.idle:
        idle(options)


if __name__ == '__main__':
    main()
