# A module that raises is removed from sys.modules and may be imported again.
import sys
for i in range(2):
    try: import _fails
    except ValueError as e: print('failed', e, '_fails' in sys.modules)
try: import _pkg_fails.sub
except ValueError as e: print(e, '_pkg_fails' in sys.modules, '_pkg_fails.sub' in sys.modules)
try: from _pkg_fails import sub
except ValueError as e: print('again', e)
import _pkg_fails
print(hasattr(_pkg_fails, 'sub'))
try: import _bad_syntax_module
except SyntaxError as e: print(type(e).__name__, e.msg, e.lineno,
        e.filename.endswith('_bad_syntax_module.py'), '_bad_syntax_module' in sys.modules)
try: import _exits
except SystemExit as e: print('exit code', e.code, '_exits' in sys.modules)
