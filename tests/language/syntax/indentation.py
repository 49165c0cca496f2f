# Indentation of any consistent width, per block, with tabs and blank or comment lines.
if True:
  if True:
          print('ten')
          if True:
            print('twelve')
  print('two')
if True:
	print('tab')
	if True:
		print('two tabs')
	        # a comment may stand anywhere
	print('tab again')
def f():
   

    # leading blank and comment lines
# even at column 0
    x = 1

    return x
print(f())
if True:
        print('eight spaces')
else:
 print('one space')
class A:
    def m(self):
     return 'nested by one'
    n = 2
print(A().m(), A.n)
