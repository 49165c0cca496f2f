from _circ_d import thing
late = 1
