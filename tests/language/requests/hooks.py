# Functions that see each answer.
# heavy
import _server
import requests

base, stop = _server.start()
try:
    def show(answer, *args, **kwargs):
        print("hook", answer.status_code, sorted(kwargs))
    def change(answer, *args, **kwargs):
        answer.seen = True
        return answer
    answer = requests.get(base + "/redirect/302/1", hooks={"response": [show, change]})
    print(answer.seen, answer.status_code)
    session = requests.Session()
    session.hooks["response"].append(show)
    print(session.get(base + "/json").status_code)
finally:
    stop()
