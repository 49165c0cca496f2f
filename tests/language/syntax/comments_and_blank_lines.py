# Comments anywhere, also at the end of the file and with trailing spaces.
#no space
	# tab-indented comment
x = 1  # trailing
#

  # indented comment before dedent
if x:  # after colon
    # only comment
    pass
    # after
# column 0
print(x)  # '#' "#"
print('# not a comment', "#")  # but this is
print([  # open
    1  # one
    # two
    , 2])
def f():  # def
    """Doc # not a comment"""  # after doc
    return 1  # ret
# between
print(f(), f.__doc__)
# last line has no newline after this expression
