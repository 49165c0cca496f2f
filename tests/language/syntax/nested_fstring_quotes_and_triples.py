# Triple-quoted and multi-line f-strings, prefixes and joining with plain strings.
x = 3
print(f'''a {x}
b {x + 1}
''')
print(f"""{
x
}""")
print('plain ' f'{x} ' "plain " rf'\{x}' fr"\n{x}" F'{x}' Rf'{x}\d')
print(f'{{}} {{{x}}} }}{{')
print(f'{"a" "b"}' f"{'c'}")
print(f'{x!r:>5}|{x!s}|{x!a}')
print(f"{'nested ' + f'{x}'}")
print(f'{x}' '{x}')
print(f'\x41{x}\n{x}\t\N{EM DASH}\N{LATIN SMALL LETTER A}')
print(f'{3.0:{6}.{2}}|{3:{4}}|{3.14159:{"8"}.{x}f}')
