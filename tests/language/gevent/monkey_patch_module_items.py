# patch_module, patch_item and saved: patching by hand.
import sys
from gevent import monkey

source = type(sys)("source")
target = type(sys)("target")
source.value = "new"
source.__implements__ = ["value"]
target.value = "old"
monkey.patch_module(target, source)
print(target.value, monkey.saved["target"])
monkey.patch_module(target, source, items=["value"])
print(monkey.saved["target"]["value"])
