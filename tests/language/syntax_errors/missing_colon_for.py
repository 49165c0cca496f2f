# A missing colon after for, and trailing text.
for i in range(3)
    print(i)
