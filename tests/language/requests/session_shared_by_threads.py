# Threads that begin requests of one session at the same time each get their answer.
# heavy
import http.server
import threading

import requests


class Handler(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        if self.path.endswith("0"):
            barrier.wait(20)
        body = self.path.encode()
        self.send_response(200)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *arguments):
        pass


class Server(http.server.ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 32


Threads, Requests = 8, 11
barrier = threading.Barrier(Threads)
server = Server(("127.0.0.1", 0), Handler)
threading.Thread(target=server.serve_forever, daemon=True).start()
base = "http://127.0.0.1:%d" % server.server_address[1]
session = requests.Session()
answers = []


def work(name):
    for number in range(Requests):
        answers.append(session.get(f"{base}/{name}/{number}", timeout=20).text)


threads = [threading.Thread(target=work, args=(name,)) for name in "abcdefgh"]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(len(answers), sorted(answers) == sorted(f"/{n}/{i}" for n in "abcdefgh" for i in range(Requests)))
server.shutdown()
