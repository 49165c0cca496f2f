# textwrap: wrap, fill, shorten, dedent, indent and the options of TextWrapper.
import textwrap
from textwrap import TextWrapper, dedent, fill, indent, shorten, wrap

text = ('The quick brown-fox jumped over the lazy dog -- twice. "Really?" asked the well-known e-mail '
        'daemon.  It\tsaid:\nuse the -v option, or --verbose=yes, foo---bar, 2020-01-02.')
for width in (10, 15, 20, 33, 70, 200):
    print(width, wrap(text, width))
print(fill('a b c d e', 3))
print(wrap(''), wrap('   '), wrap(' a b', 5), wrap('a\n\nb'), wrap('supercalifragilistic', 6), wrap('supercalifragilistic x', 6, break_long_words=False))
print(wrap(text, 30, initial_indent='* ', subsequent_indent='  '))
print(wrap('a\tb', 20, expand_tabs=False, replace_whitespace=False), wrap('a\tb', 20, tabsize=4), wrap('x  y   z', 4, drop_whitespace=False))
print(wrap('well-known e-mail', 6, break_on_hyphens=False), wrap('One. Two! "Three?" x. End', 80, fix_sentence_endings=True))
print(wrap(text, 20, max_lines=2), wrap(text, 20, max_lines=1, placeholder='...'), wrap('short', 20, max_lines=1))
print(shorten('Hello  world!', width=12), shorten('Hello  world!', width=11), shorten('Hello world', width=10, placeholder='...'),
      shorten('aaaaaaaaaaaaaaaa', width=8))
print(repr(dedent('''
    hello
      world

    there
    \t
''')), repr(dedent('  a\n\tb')), repr(dedent('\t a\n\t  b')), repr(dedent('a\n b')), repr(dedent('')), repr(dedent('   \n x\n')))
print(repr(indent('a\n\nb\n  \nc', '> ')), repr(indent('a\n\nb', '+', lambda line: True)), repr(indent('', 'x')))
w = TextWrapper(width=10)
print(w.wrap('aaa bbb ccc ddd'), w.fill('aaa bbb ccc'), w.width)
w.width = 5
print(w.wrap('aaa bbb'))
print(wrap('hello-there-world this-is', 8), wrap('a-b-c-d-e', 3), wrap('--option --another-option', 10), wrap("don't-stop x-y", 6),
      wrap('a-very-long-hyphenated-word-indeed', 9), wrap('foo--bar baz', 5))
for bad in (lambda: wrap('a', 0), lambda: wrap('aaaa bbbb', 4, max_lines=1), lambda: wrap('x', -1)):
    try:
        print(bad())
    except ValueError as error:
        print(error)
