# Very long source lines are printed whole, with carets.
a, b, c = 1, 2, 'three'
result = a + a + a + a + a + a + a + a + a + a + a + a + a + a + a + a + a + a + a + a + a + a + a + a + (b + c) + a + a + a
