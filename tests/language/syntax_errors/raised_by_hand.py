# A SyntaxError raised by the program prints its own position.
raise SyntaxError('made up', ('other.txt', 2, 5, 'abc def ghi\n', 2, 8))
