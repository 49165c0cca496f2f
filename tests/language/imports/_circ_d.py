from _circ_c import late
thing = 2
