# threading.stack_size sets the size of the stacks of threads to come.
import threading

print(threading.stack_size())
print(threading.stack_size(512 * 1024), threading.stack_size())
result = []
thread = threading.Thread(target=lambda: result.append(sum(range(100))))
thread.start()
thread.join()
print(result)
for size in (1, -5, 4096):
    try:
        threading.stack_size(size)
    except ValueError as error:
        print("ValueError:", error)
print(threading.stack_size(0), threading.stack_size())
