# importlib: import_module, specs, modules of files, reload
# args: {tmp}
import importlib, importlib.util, os, sys
print(importlib.import_module('json').dumps([1]), importlib.import_module('os.path').join('a', 'b'), importlib.import_module('.decoder', 'json').__name__)
path = os.path.join(sys.argv[1], 'plugin_one.py')
with open(path, 'w') as f:
    f.write('value = 1\ndef f():\n    return __name__\n')
spec = importlib.util.spec_from_file_location('plugin_named', path)
module = importlib.util.module_from_spec(spec)
spec.loader.exec_module(module)
print(module.value, module.f(), module.__file__ == path, module.__name__, spec.name, spec.origin == path)
sys.path.insert(0, sys.argv[1])
importlib.invalidate_caches()
import plugin_one
with open(path, 'w') as f:
    f.write('value = 22222\n')
plugin_one.extra = 5
again = importlib.reload(plugin_one)
print(again is plugin_one, plugin_one.value, plugin_one.extra, hasattr(plugin_one, 'f'))
print(importlib.util.find_spec('plugin_one') is not None, importlib.util.find_spec('no_such_module_here'), importlib.util.find_spec('textwrap').name)
print(importlib.util.resolve_name('.x', 'a.b'), importlib.util.resolve_name('y', None))
for f in [lambda: importlib.import_module('no_such_module_here'), lambda: importlib.import_module('.x'), lambda: importlib.reload(5), lambda: importlib.util.resolve_name('...x', 'a'), lambda: importlib.import_module('json.nope'), lambda: importlib.import_module('')]:
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
