# input: prompts, lines, end of file.
print(repr(input()))
print(repr(input('prompt> ')))
x = input('number: ')
print(int(x) + 1)
print(input(5), input(['list']))
print(repr(input('empty: ')), repr(input('blanks: ')), repr(input('unicode: ')))
try: input(1, 2)
except TypeError as e: print(e)
for i in range(2):
    try: print(repr(input(f'{i}? ')))
    except EOFError as e: print('EOF', e)
