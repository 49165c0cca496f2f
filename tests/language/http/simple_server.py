# A server of files.
# heavy
import http.client
import os
import tempfile
import threading
from functools import partial
from http.server import HTTPServer, SimpleHTTPRequestHandler


class Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *args):
        pass


with tempfile.TemporaryDirectory() as folder:
    os.mkdir(folder + "/sub")
    for name, text in (("a.txt", "text"), ("b.html", "<p>"), ("sub/index.html", "index"), ("c & d.bin", "x")):
        with open(os.path.join(folder, name), "w") as file:
            file.write(text)
    server = HTTPServer(("127.0.0.1", 0), partial(Quiet, directory=folder))
    thread = threading.Thread(target=server.serve_forever, args=(0.05,))
    thread.start()
    for method, path in (("GET", "/a.txt"), ("HEAD", "/b.html"), ("GET", "/sub"), ("GET", "/sub/"), ("GET", "/none"),
                         ("GET", "/../../etc/passwd"), ("GET", "/c%20%26%20d.bin"), ("GET", "/a.txt/"), ("GET", "/"), ("POST", "/")):
        connection = http.client.HTTPConnection("127.0.0.1", server.server_port)
        connection.request(method, path)
        answer = connection.getresponse()
        body = answer.read()
        print(method, path, answer.status, answer.reason, answer.getheader("Content-type"), answer.getheader("Location"),
              body if answer.status < 400 else len(body))
    last = connection = http.client.HTTPConnection("127.0.0.1", server.server_port)
    connection.request("GET", "/a.txt", headers={"If-Modified-Since": "Fri, 01 Jan 2100 00:00:00 GMT"})
    print(connection.getresponse().status)
    connection.close()
    server.shutdown()
    server.server_close()
    thread.join()
