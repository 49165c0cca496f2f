# gr_frame is the frame of a parked greenlet, None for one that runs, is new or dead.
from greenlet import greenlet, getcurrent

main = getcurrent()


def helper(local):
    main.switch()
    return local


def body():
    print("running", getcurrent().gr_frame)
    print("parent", main.gr_frame.f_code.co_name)
    helper("value")


g = greenlet(body)
print("new", g.gr_frame)
g.switch()
frame = g.gr_frame
print(frame.f_code.co_name, frame.f_lineno, frame.f_locals)
print(frame.f_back.f_code.co_name, frame.f_back.f_lineno, frame.f_back.f_back)
g.switch()
print("dead", g.gr_frame)
print("main", main.gr_frame)
