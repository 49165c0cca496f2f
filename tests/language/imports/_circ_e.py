import _circ_f
value = 1
