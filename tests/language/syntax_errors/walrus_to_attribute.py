# A walrus target must be a name.
class A: pass
if (A.x := 5): pass
