# csv: readers with dialects, quotes, escapes, line breaks, errors
import csv, io
def rows(text, **k):
    try:
        r = csv.reader(io.StringIO(text, newline=''), **k)
        print(list(r), r.line_num)
    except Exception as e:
        print(type(e).__name__, e)
rows('a,b,c\r\n1,2,3\r\n')
rows('a,"b,c",d\n"x ""y"" z",,\n')
rows('"a\nb",c\n\nd\n')
rows('')
rows('\n\n')
rows('a,b')
rows('"a')
rows('"a', strict=True)
rows('"a"b,c')
rows('"a"b,c', strict=True)
rows('a;b;"c;d"', delimiter=';')
rows("a,'b,c'", quotechar="'")
rows('a, b,  "c"', skipinitialspace=True)
rows('a\\,b,c', escapechar='\\')
rows('a\\\nb,c', escapechar='\\')
rows('"a\\"b",c', escapechar='\\', doublequote=False)
rows('1,"2",3.5,x', quoting=csv.QUOTE_NONE)
rows('1,"2",3.5', quoting=csv.QUOTE_NONNUMERIC)
rows('1,x', quoting=csv.QUOTE_NONNUMERIC)
rows('a\tb\n', dialect='excel-tab')
rows('a\rb')
rows('a,b\r\rc', )
rows('"a\r\nb",c\r\n')
rows('a,b', dialect='nope')
rows('a,b', delimiter='ab')
rows('a,b', delimiter=1)
rows('a,b', quotechar=None, quoting=csv.QUOTE_ALL)
rows('a,b', nonsense=1)
rows('a,b', quoting=9)
try:
    list(csv.reader([b'a,b']))
except csv.Error as e:
    print(e)
print(list(csv.reader(['a,b', 'c,d'])), csv.list_dialects(), csv.field_size_limit())
csv.field_size_limit(5)
rows('abcdef,x')
csv.field_size_limit(131072)
d = csv.DictReader(io.StringIO('n,v\na,1\n\nb,2,3\nc\n'), restkey='more', restval='-')
print(d.fieldnames, list(d), d.line_num)
print(list(csv.DictReader(['1,2'], fieldnames=['x', 'y'])))
csv.register_dialect('pipes', delimiter='|', quoting=csv.QUOTE_MINIMAL)
rows('a|b', dialect='pipes'); print(csv.get_dialect('pipes').delimiter)
csv.unregister_dialect('pipes')
try:
    csv.unregister_dialect('pipes')
except csv.Error as e:
    print(type(e), e)
class Mine(csv.Dialect):
    delimiter = ':'; quotechar = "'"; lineterminator = '\n'; quoting = csv.QUOTE_MINIMAL; doublequote = True; skipinitialspace = False
rows("a:'b:c'", dialect=Mine); rows("a:b", dialect=Mine())
class Bad(csv.Dialect):
    delimiter = '::'; quoting = csv.QUOTE_NONE; lineterminator = '\n'
try:
    Bad()
except csv.Error as e:
    print(e)
