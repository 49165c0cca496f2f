# A broken unicode escape.
path = 'C:\Users\new'
