# OSError prints errno, text and the file name.
with open('no/such/file.txt') as f:
    pass
