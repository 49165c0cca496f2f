# A compiled code object carries its own file name.
code = compile('a = 1\nb = a + missing\n', 'virtual_file.txt', 'exec')
exec(code)
