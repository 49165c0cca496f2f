# Blocks expected after the other compound statements: texts through compile.
for src in ['for x in y:\n1', 'while 1:\n1', 'class A:\n1', 'try:\n1', 'try:\n 1\nexcept:\n1',
        'try:\n 1\nexcept A:\n1', 'try:\n 1\nexcept A as b:\n1', 'try:\n 1\nfinally:\n1', 'with a:\n1',
        'if 1:\n 1\nelif 2:\n1', 'if 1:\n 1\nelse:\n1', 'match x:\n1', 'match x:\n case 1:\n 2',
        'async def f():\n1', 'for x in y:\n 1\nelse:\n1', 'try:\n 1\nexcept* A:\n1', 'async with a:\n1',
        'def f(\n a\n):\n1', 'with (a,\n b):\n1']:
    try: compile(src, 'x', 'exec'); print('ok')
    except SyntaxError as e: print(type(e).__name__, e.msg, e.lineno, e.offset)
