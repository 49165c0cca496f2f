# What cannot fit in any memory is refused at once, with MemoryError or OverflowError.

def attempt(source):
    try:
        result = eval(source)
    except Exception as error:
        print(source, "->", type(error).__name__)
    else:
        print(source, "->", type(result).__name__)


for source in [
    "'a' * 10**15", "b'a' * 10**15", "[0] * 10**15", "(0,) * 10**15", "bytearray(10**15)",
    "bytes(10**15)", "'a'.ljust(10**15)", "'a'.center(10**15)",
    "'a'.rjust(10**15)", "'a'.zfill(10**15)", "b'a'.ljust(10**15)", "b'a'.zfill(10**15)",
    "f'{1:>1000000000000000}'", "'{:1000000000000000}'.format(1)", "'\\t'.expandtabs(10**15)",
    "1 << 10**15", "-1 << 10**15", "(1).to_bytes(10**15, 'big')", "[None] * 2**62",
    "'a' * 10**19", "[0] * 10**19", "bytearray(10**20)", "bytes(10**20)", "range(10**20).__len__()",
    "'a' * -10**20", "[1] * -10**20", "1 >> 10**20", "0 << 10**30",
    "format(1, '1000000000000000d')",
]:
    attempt(source)

# Nothing is left over from what was refused.
kept = [0] * 1000
for _ in range(100):
    try:
        kept * 10**15
    except MemoryError:
        pass
print(len(kept), len(kept * 2))
