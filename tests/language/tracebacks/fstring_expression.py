# A failing expression inside an f-string.
x = 0
print(f'value {1 / x:.2f} end')
