# Threads may read answers that another thread asked for, while that one waits for more.
# heavy
import http.server
import threading

import requests

gates = {"/slow": threading.Event(), "/slower": threading.Event()}


class Handler(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        self.send_response(200)
        self.send_header("Content-Length", "10")
        self.end_headers()
        self.wfile.write(b"begin")
        self.wfile.flush()
        gates[self.path].wait(20)
        self.wfile.write(b" ends")

    def log_message(self, *arguments):
        pass


server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
threading.Thread(target=server.serve_forever, daemon=True).start()
base = "http://127.0.0.1:%d" % server.server_address[1]
session = requests.Session()
answers = [session.get(base + path, stream=True, timeout=20) for path in gates]
results = {}


def read(answer, path):
    results[path] = answer.content


readers = [threading.Thread(target=read, args=pair) for pair in zip(answers, gates)]
for reader in readers:
    reader.start()
gates["/slow"].set()
readers[0].join()
print(results)
gates["/slower"].set()
readers[1].join()
print(results["/slower"])
server.shutdown()
