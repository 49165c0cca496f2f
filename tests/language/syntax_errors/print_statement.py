# The print statement of older versions.
print 'hello'
