# Nested groups, members with causes and notes, members never raised.
inner = ExceptionGroup('inner', [TypeError('t1'), ExceptionGroup('deep', [IndexError('i')])])
member = ValueError('noted')
member.add_note('a note')
cause = OSError('has a cause')
cause.__cause__ = KeyError('the cause')
raise ExceptionGroup('outer', [inner, member, cause])
