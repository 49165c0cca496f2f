import time

runs = globals().get("runs", 0) + 1
time.sleep(0.02)
value = "complete"
