# Patching again with less says so on standard error; unknown keywords are taken.
from gevent import monkey
from _helper import Caught

with Caught() as caught:
    print(monkey.patch_all(socket=False), monkey.patch_all(unknown=True))
print("MonkeyPatchWarning: Patching more than once will result in the union of all True parameters"
      " being patched" in caught.shown())
print(issubclass(monkey.MonkeyPatchWarning, RuntimeWarning))
