# shlex: split, quote, join and the lexer's modes
import io, shlex
for text in ['a b c', "a 'b c' d", 'a "b \\" c" d\\ e', "it''s", 'a#b #c', '', "''", 'a "" b', 'x=\'1 2\'y', 'a\\\nb', 'ls -l|wc >out;x&&y', "\\'"]:
    print(repr(text), shlex.split(text), shlex.split(text, comments=True))
    try:
        print(shlex.split(text, posix=False), list(shlex.shlex(text)), list(shlex.shlex(text, posix=True)),
              list(shlex.shlex(text, punctuation_chars=True)))
    except ValueError as e:
        print(e)
for bad in ["'a", '"a', 'a\\', 'a "b\\']:
    for posix in True, False:
        try:
            print(shlex.split(bad, posix=posix))
        except ValueError as e:
            print(repr(bad), posix, e)
print([shlex.quote(t) for t in ['', 'a', 'a b', "it's", 'a/b.c', '$x', 'é', 'a;b']])
print(shlex.join(['a', 'b c', "d'e"]), shlex.split(shlex.join(['a', 'b c', "d'e"])))
s = shlex.shlex('a b\nc', infile='f')
print(s.get_token(), s.lineno, s.get_token(), s.get_token(), s.lineno, repr(s.get_token()), s.error_leader())
s.push_token('z'); print(s.get_token())
s = shlex.shlex('~/a && b-c --color=auto a*b', punctuation_chars=True)
s.whitespace_split = True
print(list(s), s.punctuation_chars)
