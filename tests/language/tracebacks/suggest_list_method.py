# AttributeError on a builtin type suggests a method.
items = []
items.apend(1)
