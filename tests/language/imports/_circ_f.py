import _circ_e
use = _circ_e.value
