# A missing colon after else.
if True:
    pass
else
    pass
