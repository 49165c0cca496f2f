# Adjacent bytes and text literals.
x = b'a' 'b'
