# csv: writers, quoting rules, dict writers, the sniffer, errors
import csv, io
def write(*rows, **k):
    out = io.StringIO(newline='')
    try:
        w = csv.writer(out, **k)
        for row in rows:
            w.writerow(row)
    except Exception as e:
        print(type(e).__name__, e)
    print(repr(out.getvalue()))
write(['a', 'b c', 'd,e', 'f"g', 'h\ni', '', None, 1, 2.5, 1e100, True], [])
write(['']); write([None]); write(['', ''])
write(['a', 1, 2.5, None, 'x"y'], quoting=csv.QUOTE_ALL)
write(['a', 1, 2.5, None, True], quoting=csv.QUOTE_NONNUMERIC)
write(['a', 'b'], quoting=csv.QUOTE_NONE)
write(['a,b'], quoting=csv.QUOTE_NONE)
write(['a,b', 'c"d', 'e\\'], quoting=csv.QUOTE_NONE, escapechar='\\')
write([''], quoting=csv.QUOTE_NONE)
write(['a"b'], doublequote=False)
write(['a"b', 'c'], doublequote=False, escapechar='\\')
write(['a', 'b;c'], delimiter=';', lineterminator='\n', quotechar="'")
write(['x y', ' a'], delimiter=' ')
write('abc', (1, 2), range(3), dialect='excel-tab')
write(5)
write(['a', 'b'], dialect='unix')
class Named:
    def __str__(self):
        return 'na,med'
write([Named(), [1, 2], {'a': 1}])
out = io.StringIO()
w = csv.DictWriter(out, ['a', 'b'], restval='?', lineterminator='\n')
print(w.writeheader(), w.writerow({'a': 1}))
w.writerows([{'a': 2, 'b': 3}, {'b': 4}])
print(repr(out.getvalue()))
for bad in [lambda: w.writerow({'z': 1}), lambda: csv.DictWriter(out, [], extrasaction='x'), lambda: csv.writer(5)]:
    try:
        bad()
    except Exception as e:
        print(type(e).__name__, e)
csv.DictWriter(out, ['a'], extrasaction='ignore').writerow({'a': 9, 'z': 1}); print(repr(out.getvalue()[-5:]))
for sample in ['a,b,c\n1,2,3\n4,5,6\n', 'a;b\n1;2\n3;4\n', "'a':'b'\n'c':'d'\n", 'x\ty\n1\t2\n']:
    d = csv.Sniffer().sniff(sample)
    print(repr(d.delimiter), repr(d.quotechar), d.skipinitialspace, csv.Sniffer().has_header(sample))
back = io.StringIO(newline='')
table = [['a\r\nb', 'c"', ',', "'"], ['', '\n', ' ', '"']]
csv.writer(back).writerows(table); back.seek(0); print(list(csv.reader(back)) == table)
