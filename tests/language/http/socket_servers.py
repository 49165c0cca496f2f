# Servers and their handlers.
# heavy
import os
import socket
import socketserver
import tempfile
import threading


class Echo(socketserver.StreamRequestHandler):
    def setup(self):
        super().setup()
        print("setup")

    def handle(self):
        for line in self.rfile:
            self.wfile.write(line.upper())

    def finish(self):
        super().finish()
        print("finish")


def talk(family, address):
    with socket.socket(family) as peer:
        peer.connect(address)
        peer.sendall(b"one\ntwo\n")
        peer.shutdown(socket.SHUT_WR)
        with peer.makefile("rb") as file:
            print(file.read())


with socketserver.TCPServer(("127.0.0.1", 0), Echo) as server:
    thread = threading.Thread(target=server.serve_forever, args=(0.05,))
    thread.start()
    talk(socket.AF_INET, server.server_address)
    server.shutdown()
    thread.join()
with socketserver.ThreadingTCPServer(("127.0.0.1", 0), Echo) as server:
    for _ in range(2):
        client = threading.Thread(target=talk, args=(socket.AF_INET, server.server_address))
        client.start()
        server.handle_request()
        client.join()
with tempfile.TemporaryDirectory() as folder:
    with socketserver.UnixStreamServer(os.path.join(folder, "s"), Echo) as server:
        client = threading.Thread(target=talk, args=(socket.AF_UNIX, server.server_address))
        client.start()
        server.handle_request()
        client.join()


class Datagram(socketserver.DatagramRequestHandler):
    def handle(self):
        self.wfile.write(self.rfile.read()[::-1])


with socketserver.UDPServer(("127.0.0.1", 0), Datagram) as server:
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as peer:
        peer.sendto(b"abc", server.server_address)
        server.handle_request()
        print(peer.recv(100))


class Timed(socketserver.TCPServer):
    timeout = 0.05

    def handle_timeout(self):
        print("timeout")

    def verify_request(self, request, address):
        return False


with Timed(("127.0.0.1", 0), Echo) as server:
    server.handle_request()
    with socket.create_connection(server.server_address) as peer:
        server.handle_request()
        print(peer.recv(10))
