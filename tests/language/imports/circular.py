# Circular imports: partly initialised modules and the message about them.
import _circ_a
print(_circ_a.done, _circ_a.seen, _circ_a._circ_b.seen)
try: import _circ_c
except ImportError as e: print(e.name, str(e).split(' (most')[0])
try: import _circ_e
except AttributeError as e: print(str(e).split(' (most')[0])
import sys
print('_circ_c' in sys.modules, '_circ_d' in sys.modules, '_circ_a' in sys.modules)
import _circ_pkg.x
print(_circ_pkg.x.y_name, _circ_pkg.y.x_name)
