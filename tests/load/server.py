"""A server under load and faults: its argument is its kind. Prints its port; then obeys lines.

`state`: prints open descriptors, fibers and threads. `used`: its processor time. `break N`: shuts down so many of its
connections, picked at random, wherever they are. `quit`: ends. Meanwhile a thread collects.
"""

import gc
import json
import os
import random
import socket
import sys
import threading
import time

import weft

PAGE = b'a page\n' * 200
kind = sys.argv[1]


def serve_pywsgi(ready):
    from gevent.pywsgi import WSGIServer

    def application(environ, start_response):
        body = environ['wsgi.input'].read()
        start_response('200 OK', [('Content-Type', 'text/plain')])
        return [body or PAGE]

    server = WSGIServer(('127.0.0.1', 0), application, log=None)
    server.start()
    ready(server.server_port)
    server.serve_forever()


def serve_threads(ready):
    from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

    class Handler(BaseHTTPRequestHandler):
        protocol_version = 'HTTP/1.1'
        timeout = 5
        # Head and body are written apart; or each request would wait for a delayed acknowledgement.
        disable_nagle_algorithm = True

        def log_message(self, *args):
            pass

        def do_GET(self):
            self.answer(PAGE)

        def do_POST(self):
            self.answer(self.rfile.read(int(self.headers['Content-Length'])))

        def answer(self, body):
            self.send_response(200)
            self.send_header('Content-Length', str(len(body)))
            self.end_headers()
            self.wfile.write(body)

    class Server(ThreadingHTTPServer):
        request_queue_size = 128

    server = Server(('127.0.0.1', 0), Handler)
    ready(server.server_port)
    server.serve_forever()


def serve_asyncio(ready):
    import asyncio

    async def answer(reader, writer):
        try:
            while True:
                head = await reader.readuntil(b'\r\n\r\n')
                body = PAGE
                for line in head.split(b'\r\n')[1:]:
                    name, _, value = line.partition(b':')
                    if name.lower() == b'content-length':
                        body = await reader.readexactly(int(value))
                writer.write(b'HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n' % len(body) + body)
                await writer.drain()
        except (OSError, asyncio.IncompleteReadError):
            pass
        finally:
            writer.close()

    async def main():
        server = await asyncio.start_server(answer, '127.0.0.1', 0, backlog=128)
        ready(server.sockets[0].getsockname()[1])
        await server.serve_forever()

    asyncio.run(main())


def collect():
    while True:
        gc.collect()
        time.sleep(0.02)


def break_connections(count):
    # As a fault in the net would: whoever serves the connection learns of it by its calls.
    done = 0
    descriptors = [int(name) for name in os.listdir('/proc/self/fd')]
    random.shuffle(descriptors)
    for number in descriptors:
        if done == count:
            break
        try:
            copy = os.dup(number)
        except OSError:
            continue
        try:
            connection = socket.socket(fileno=copy)
        except OSError:
            os.close(copy)
            continue
        with connection:
            try:
                connection.getpeername()
                connection.shutdown(random.choice(
                    (socket.SHUT_RDWR, socket.SHUT_WR, socket.SHUT_RD)))
                done += 1
            except OSError:
                pass
    return done


def obey(port):
    print(port, flush=True)
    for line in sys.stdin:
        word, *rest = line.split()
        if word == 'state':
            state = {'descriptors': len(os.listdir('/proc/self/fd')),
                     'fibers': weft.stats()['alive'], 'threads': threading.active_count()}
            print(json.dumps(state), flush=True)
        elif word == 'used':
            print(time.process_time(), flush=True)
        elif word == 'break':
            print(break_connections(int(rest[0])), flush=True)
        else:
            os._exit(0)


def ready(port):
    for function, *arguments in (obey, port), (collect,):
        threading.Thread(target=function, args=arguments, daemon=True).start()


{'pywsgi': serve_pywsgi, 'http.server': serve_threads, 'asyncio': serve_asyncio}[kind](ready)
