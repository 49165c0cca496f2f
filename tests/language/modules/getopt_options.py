# getopt: short and long options, values, abbreviations, errors
import getopt
def t(f, *a):
    try:
        print(f(*a))
    except getopt.GetoptError as e:
        print('error', e, repr(e.msg), repr(e.opt))
t(getopt.getopt, ['-a', '-b', 'x', 'y', '-c'], 'ab:c')
t(getopt.getopt, ['-abx', 'y'], 'ab:')
t(getopt.getopt, ['--alpha', '--beta=1', '--gam', 'q', 'r'], '', ['alpha', 'beta=', 'gamma='])
t(getopt.getopt, ['--al'], '', ['alpha', 'alps'])
t(getopt.getopt, ['--alpha=1'], '', ['alpha'])
t(getopt.getopt, ['--beta'], '', ['beta='])
t(getopt.getopt, ['--nope'], '', ['beta='])
t(getopt.getopt, ['-x'], 'a')
t(getopt.getopt, ['-b'], 'b:')
t(getopt.getopt, ['-a', '--', '-b'], 'ab')
t(getopt.getopt, ['-'], 'a')
t(getopt.gnu_getopt, ['x', '-a', 'y', '--b=2', 'z'], 'a', ['b='])
t(getopt.gnu_getopt, ['x', '-a', 'y'], '+a')
t(getopt.gnu_getopt, ['x', '--', '-a'], 'a')
t(getopt.getopt, ['--foo'], '', 'foo')
print(getopt.error is getopt.GetoptError)
