# Float and imaginary literals in every legal spelling.
print(1.0, 1., .5, 0.5, 00.5, 09.5, 1e3, 1E3, 1e+3, 1e-3)
print(1_0.0_1, 1_0e1_0, 0e0, 1.e2, .1e1)
print(1e308, 1e309, -1e309, 5e-324, 1e-400)
print(0.1, 0.30000000000000004, 123456789.123456789)
print(1j, 1.5J, .5j, 1e3j, 0j, 1_0j, 09j)
print(1.0.real, 1..imag, 1.5.is_integer())
print(3.14 .hex())
