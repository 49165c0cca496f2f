# The caret aligns behind non-ASCII characters.
größe = 'äöü' + 日本 5
