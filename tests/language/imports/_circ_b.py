early = 'b early'
import _circ_a
seen = _circ_a.early, hasattr(_circ_a, 'done')
