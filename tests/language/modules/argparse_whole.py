# argparse: options, positionals, groups, sub-commands, their errors and help
import os
os.environ['COLUMNS'] = '80'
import argparse, sys, io
def p1():
    p = argparse.ArgumentParser(prog='tool', description='Does things. ' * 8, epilog='See also: other.')
    p.add_argument('source', help='where from')
    p.add_argument('targets', nargs='*', help='where to', metavar='TARGET')
    p.add_argument('-v', '--verbose', action='count', default=0, help='say more')
    p.add_argument('-n', '--number', type=int, default=3, help='how many (default: %(default)s)')
    p.add_argument('--mode', choices=['fast', 'slow'], help='which of %(choices)s')
    p.add_argument('--flag', action=argparse.BooleanOptionalAction, help='on or off', default=True)
    p.add_argument('-o', nargs=2, metavar=('X', 'Y'))
    g = p.add_mutually_exclusive_group()
    g.add_argument('--one', action='store_true')
    g.add_argument('--two', action='store_const', const=2, help='a long help text that must be wrapped because it is longer than the line')
    p.add_argument('--version', action='version', version='%(prog)s 1.0')
    gg = p.add_argument_group('extra things', 'described')
    gg.add_argument('--a-very-long-option-name-indeed', dest='z', help='its help')
    return p
p = p1()
p.print_help()
def t(p, line):
    print('$', line)
    err = sys.stderr; sys.stderr = io.StringIO()
    try:
        print(p.parse_args(line.split()))
    except SystemExit as e:
        print('exit', e.code, sys.stderr.getvalue())
    finally: sys.stderr = err
for line in ['a', 'a b c -vv', '-n 5 a', '-n x a', '', '--mode medium a', '--one --two a', '--ver', '--no-flag a b', '-o 1 a', '-o 1 2 a -v b',
    'a -- -x', 'a --unknown', '--v a', '-vn4 a', '--number=7 a', '--num 8 a', 'a -5', '--mode=fast --z 1 a']:
    t(p, line)
q = argparse.ArgumentParser(prog='sub')
s = q.add_subparsers(dest='cmd', required=True, help='what to do', title='commands')
a = s.add_parser('add', help='adds', aliases=['plus'])
a.add_argument('n', type=float, nargs='+')
r = s.add_parser('rm', help='removes')
r.add_argument('-f', action='store_true')
q.print_help(); a.print_help()
for line in ['add 1 2', 'plus 3', 'rm -f', 'rm x', '', 'mul 3', 'add']: t(q, line)
print(p._actions[1]); print(argparse.Namespace(a=1, **{'b-c': 2}))
x = argparse.ArgumentParser(prog='x', formatter_class=argparse.ArgumentDefaultsHelpFormatter, add_help=False)
x.add_argument('--foo', default=1, help='foo')
x.add_argument('bar', nargs='?', default='d', help='bar')
x.print_help()
m = argparse.ArgumentParser(prog='m'); g = m.add_mutually_exclusive_group(required=True); g.add_argument('-a', nargs='?'); g.add_argument('-b', nargs='*')
m.print_usage(); t(m, ''); t(m,'-a 1'); t(m,'-b 1 2')
l = argparse.ArgumentParser(prog='averyveryverylongprogramname'*3); [l.add_argument('--opt%d'%i) for i in range(9)]; l.add_argument('pos', nargs='+'); l.print_usage()
i = argparse.ArgumentParser(prog='i'); i.add_argument('--foo'); i.add_argument('c'); i.add_argument('r', nargs='*', type=int)
print(i.parse_intermixed_args('doit 1 --foo bar 2 3'.split())); print(i.parse_known_args('doit 1 --foo bar 2 3'.split()))
for bad in [lambda: i.add_argument('--foo'), lambda: i.add_argument('-x', action='nope'), lambda: i.add_argument('p', required=True), lambda: i.add_argument('-y', nargs=0), lambda: i.add_argument('-y', type=3), lambda: i.add_argument('-q', nargs=3, metavar=('a','b'))]:
    try: bad()
    except Exception as e: print(type(e).__name__, e)
