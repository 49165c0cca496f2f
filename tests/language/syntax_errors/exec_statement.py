# The exec statement of older versions.
exec 'x = 1'
