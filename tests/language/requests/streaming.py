# Bodies piece by piece.
# heavy
import _server
import requests

base, stop = _server.start()
try:
    answer = requests.get(base + "/chunks", stream=True)
    print(list(answer.iter_lines()))
    answer = requests.get(base + "/big", stream=True)
    sizes = [len(piece) for piece in answer.iter_content(300000)]
    print(sizes)
    answer = requests.get(base + "/big", stream=True)
    print(answer.raw.read(12), len(answer.raw.read()))
    with requests.get(base + "/big", stream=True) as answer:
        print(len(next(answer.iter_content(1000))))
    answer = requests.get(base + "/chunks")
    print(list(answer.iter_content(5)), list(answer.iter_lines()))
    answer = requests.get(base + "/chunks", stream=True)
    print(b"".join(answer.iter_content(1)))
    try:
        answer.content
    except RuntimeError as error:
        print(error)
    try:
        list(answer.iter_content())
    except requests.exceptions.StreamConsumedError as error:
        print(type(error).__name__)
finally:
    stop()
