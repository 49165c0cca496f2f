early = 'set before the import'
import _circ_b
seen = _circ_b.early
done = True
