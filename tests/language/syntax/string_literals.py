# String literals: quotes, prefixes, escapes, implicit joining.
print('single', "double", '''triple
single''', """triple "with" 'quotes'""")
print('it\'s', "say \"hi\"", '\\', 'a\
b')
print(repr('\a\b\f\n\r\t\v\0'))
print(repr('\x41\101\7\u00e9\U0001F600\N{GREEK SMALL LETTER ALPHA}'))
print(r'\n', R"\d+", repr(r'\''), r"C:\new")
print(u'unicode', U"too")
print('one' "two" '''three''' r'\4')
print(('across '
       'lines ' 'joined'))
print(repr('\ncounted'), len('\n'), len(r'\n'))
print(repr(''), repr(""), len(''''''), repr('"'), repr("'"), repr('\'"'))
print('\0'.__len__(), '\400' == 'Ā')
