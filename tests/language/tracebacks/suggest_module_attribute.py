# AttributeError on a module suggests too.
import math
math.sqroot(2)
