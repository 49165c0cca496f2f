# A syntax error in eval.
x = 5
eval('x + * 2')
