# A SyntaxError without details prints like any exception.
raise SyntaxError('nothing known')
