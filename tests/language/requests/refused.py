# Nobody listens.
# heavy
import _server
import requests

base, stop = _server.start()
try:
    import socket
    held = socket.socket()
    held.bind(("127.0.0.1", 0))
    port = held.getsockname()[1]
    try:
        requests.get(f"http://127.0.0.1:{port}/x")
    except requests.ConnectionError as error:
        print(type(error).__name__, type(error.args[0]).__name__, type(error.args[0].reason).__name__)
        text = str(error).replace(str(port), "PORT")
        print(text.partition("object at")[0], text.partition(">: ")[2])
        print(error.request.url.replace(str(port), "PORT"), error.response, isinstance(error, IOError))
    held.close()
finally:
    stop()
