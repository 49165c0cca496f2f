# Messages with several lines and odd characters.
raise ValueError('first line\nsecond line\n\ttabbed é 日本 \x01')
