"""Clients of servers that are slow or broken: a line for each, what came or which exception.

Arguments: the port, the ports of TLS servers by name (name=port), the file of the test CA. Runs
under weft and python3, which have to print the same.
"""

import asyncio
import gc
import http.client
import os
import socket
import ssl
import sys
import time
import urllib.request

import requests

port, *named, authority = sys.argv[1:]
base = f'http://127.0.0.1:{port}'
PATHS = ('good', 'slow', 'slow_gzip', 'half_closed', 'empty', 'garbage', 'cut', 'reset', 'reset_head',
         'never', 'never_ends', 'bad_chunk', 'short_chunk', 'cut_chunk', 'no_last_chunk', 'cut_gzip',
         'bad_gzip', 'long_header', 'long_status', 'many_headers', 'bad_length')


def by_requests(path):
    answer = requests.get(f'{base}/{path}', timeout=0.6)
    return answer.status_code, len(answer.content)


def by_stream(path):
    with requests.get(f'{base}/{path}', timeout=0.6, stream=True) as answer:
        return answer.status_code, sum(map(len, answer.iter_content(100)))


def by_urllib(path):
    with urllib.request.urlopen(f'{base}/{path}', timeout=0.6) as answer:
        return answer.status, len(answer.read())


def by_http_client(path):
    connection = http.client.HTTPConnection('127.0.0.1', int(port), timeout=0.6)
    try:
        connection.request('GET', '/' + path)
        answer = connection.getresponse()
        return answer.status, len(answer.read())
    finally:
        connection.close()


def by_socket(path):
    with socket.create_connection(('127.0.0.1', int(port)), 0.6) as connection:
        connection.sendall(b'GET /%s HTTP/1.1\r\nHost: here\r\n\r\n' % path.encode())
        count = 0
        while data := connection.recv(65536):
            count += len(data)
        return count


def by_gevent(path):
    import gevent.socket
    with gevent.socket.create_connection(('127.0.0.1', int(port)), 0.6) as connection:
        connection.sendall(b'GET /%s HTTP/1.1\r\nHost: here\r\n\r\n' % path.encode())
        count = 0
        while data := connection.recv(65536):
            count += len(data)
        return count


def by_streams(path):
    async def main():
        reader, writer = await asyncio.open_connection('127.0.0.1', int(port))
        try:
            writer.write(b'GET /%s HTTP/1.1\r\nHost: here\r\n\r\n' % path.encode())
            head = await asyncio.wait_for(reader.readuntil(b'\r\n\r\n'), 0.6)
            return len(head), len(await asyncio.wait_for(reader.read(), 0.6))
        finally:
            writer.close()
    return asyncio.run(main())


def outcome(call, *arguments):
    try:
        return call(*arguments)
    except Exception as error:
        code = getattr(error, 'verify_code', None) or getattr(
            getattr(error, 'reason', None), 'verify_code', None)
        name = f'{type(error).__module__}.{type(error).__qualname__}'
        return name if code is None else f'{name} {code}'


def secure_requests(secure):
    return requests.get(f'https://localhost:{secure}/', verify=authority, timeout=5).status_code


def secure_urllib(secure):
    context = ssl.create_default_context(cafile=authority)
    with urllib.request.urlopen(f'https://localhost:{secure}/', context=context) as answer:
        return answer.status


def secure_http_client(secure):
    context = ssl.create_default_context(cafile=authority)
    connection = http.client.HTTPSConnection('localhost', int(secure), timeout=5, context=context)
    try:
        connection.request('GET', '/')
        return connection.getresponse().status
    finally:
        connection.close()


def secure_socket(secure):
    context = ssl.create_default_context(cafile=authority)
    with socket.create_connection(('localhost', int(secure)), 5) as plain:
        with context.wrap_socket(plain, server_hostname='localhost') as connection:
            return connection.version() is not None


def descriptors():
    gc.collect()
    gc.collect()
    return len(os.listdir('/proc/self/fd'))


WAYS = (by_requests, by_stream, by_urllib, by_http_client, by_socket, by_gevent, by_streams)
for way in WAYS:
    way('good')
before = descriptors()
for path in PATHS:
    for way in WAYS:
        # libcurl refuses a length that is no number; http.client reads to the end.
        if path != 'bad_length' or way not in (by_requests, by_stream):
            print(path, way.__name__, outcome(way, path), flush=True)
for each in named:
    name, _, secure = each.partition('=')
    for way in (secure_requests, secure_urllib, secure_http_client, secure_socket):
        print(name, way.__name__, outcome(way, secure), flush=True)
deadline = time.monotonic() + 5
while descriptors() > before and time.monotonic() < deadline:
    time.sleep(0.05)
print('descriptors', descriptors() <= before)
try:
    import weft
    print('fibers', weft.stats()['parked'] == 0)
except ImportError:
    print('fibers', True)
