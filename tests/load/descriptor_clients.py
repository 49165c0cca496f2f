"""Clients that run out of descriptors: an OSError each, and all goes on when there are some again.

Its argument is the port of a server. Prints what was refused and what works afterwards, problems as `bad`.
"""

import asyncio
import gc
import http.client
import multiprocessing
import os
import resource
import socket
import subprocess
import sys
import threading
import time
import urllib.request
from concurrent.futures import ThreadPoolExecutor

import requests

port = int(sys.argv[1])
url = f'http://127.0.0.1:{port}/page'
count = len(b'a page\n' * 200)


def plain():
    with socket.create_connection(('127.0.0.1', port)) as connection:
        connection.sendall(b'GET /page HTTP/1.1\r\nHost: here\r\nConnection: close\r\n\r\n')
        data = b''
        while piece := connection.recv(65536):
            data += piece
    return len(data.partition(b'\r\n\r\n')[2])


def by_http_client():
    connection = http.client.HTTPConnection('127.0.0.1', port)
    try:
        connection.request('GET', '/page', headers={'Connection': 'close'})
        return len(connection.getresponse().read())
    finally:
        connection.close()


def by_urllib():
    with urllib.request.urlopen(url) as answer:
        return len(answer.read())


def by_requests():
    return len(requests.get(url, headers={'Connection': 'close'}).content)


def by_session():
    with requests.Session() as session:
        return len(session.get(url).content) + len(session.get(url).content) - count


def by_streams():
    async def main():
        reader, writer = await asyncio.open_connection('127.0.0.1', port)
        writer.write(b'GET /page HTTP/1.1\r\nHost: here\r\nConnection: close\r\n\r\n')
        data = await reader.readuntil(b'\r\n\r\n') and await reader.readexactly(count)
        writer.close()
        await writer.wait_closed()
        return len(data)
    return asyncio.run(main())


def by_gevent():
    from gevent import socket as gevent_socket
    with gevent_socket.create_connection(('127.0.0.1', port)) as connection:
        connection.sendall(b'GET /page HTTP/1.1\r\nHost: here\r\nConnection: close\r\n\r\n')
        data = b''
        while piece := connection.recv(65536):
            data += piece
    return len(data.partition(b'\r\n\r\n')[2])


def by_subprocess():
    return len(subprocess.run(['printf', '%01400d', '0'], capture_output=True).stdout)


def by_process():
    reader, writer = multiprocessing.Pipe(False)
    try:
        process = multiprocessing.Process(target=writer.send_bytes, args=(bytes(count),))
        process.start()
        process.join()
        return len(reader.recv_bytes())
    finally:
        reader.close()
        writer.close()


def by_pool():
    with multiprocessing.Pool(2) as pool:
        return sum(pool.map(len, [bytes(700), bytes(700)]))


def by_pair():
    one, other = socket.socketpair()
    with one, other:
        one.sendall(bytes(count))
        return len(other.recv(count, socket.MSG_WAITALL))


def by_threads():
    with ThreadPoolExecutor(2) as pool:
        return sum(pool.map(lambda _: plain(), range(2))) // 2


WAYS = [plain, by_http_client, by_urllib, by_requests, by_session, by_streams, by_gevent,
        by_subprocess, by_process, by_pool, by_pair, by_threads]


def descriptors():
    gc.collect()
    return len(os.listdir('/proc/self/fd'))


def attempt(way):
    try:
        size = way()
        return 'whole' if size == count else f'bad: {size} bytes'
    except OSError as error:
        return 'OSError'
    except Exception as error:
        return f'bad: {type(error).__name__}: {error}'


for way in WAYS:
    if (outcome := attempt(way)) != 'whole':
        print('bad', way.__name__, outcome, 'before')
before = descriptors()
soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
resource.setrlimit(resource.RLIMIT_NOFILE, (before + 16, hard))
for spare in range(12, -1, -1):
    held = []
    try:
        while True:
            held.append(os.open('/dev/null', os.O_RDONLY))
    except OSError:
        pass
    for each in held[:spare]:
        os.close(each)
    del held[:spare]
    for way in WAYS:
        outcome = attempt(way)
        if outcome.startswith('bad') or spare == 0 and outcome == 'whole' and way is not by_threads:
            print('bad', way.__name__, outcome, f'with {spare} descriptors')
    began = time.process_time()
    waiter = threading.Event()
    thread = threading.Thread(target=waiter.wait, args=(30,))
    thread.start()
    time.sleep(0.1)
    waiter.set()
    thread.join()
    if time.process_time() - began > 0.08:
        print('bad: waiting keeps the processor busy with', spare, 'descriptors')
    gc.collect()
    for each in held:
        os.close(each)
    for way in WAYS:
        if (outcome := attempt(way)) != 'whole':
            print('bad', way.__name__, outcome, f'after {spare} descriptors')
resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))
after = descriptors()
print('bad' if after > before else 'ok', 'descriptors', before, after)
print('bad' if threading.active_count() > 3 else 'ok', 'threads', threading.active_count())
print('bad' if multiprocessing.active_children() else 'ok', 'children')
