# Typographic quotes.
print(“hello”)
