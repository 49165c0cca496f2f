# A running greenlet has no `run` any more and takes none.
from greenlet import greenlet, getcurrent


def body():
    try:
        getcurrent().run
    except AttributeError as error:
        print("AttributeError", error)
    try:
        getcurrent().run = print
    except AttributeError as error:
        print("AttributeError", error)
    try:
        del getcurrent().run
    except AttributeError as error:
        print("AttributeError", error)


greenlet(body).switch()
