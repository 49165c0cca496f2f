# A triple-quoted string without its end.
s = """starts here
and goes on
