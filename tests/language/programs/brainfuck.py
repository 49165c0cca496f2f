# A brainfuck interpreter with jump table.
def run(code, data=''):
    jump, stack = {}, []
    for i, c in enumerate(code):
        if c == '[': stack.append(i)
        elif c == ']':
            if not stack: raise SyntaxError(f'unmatched ] at {i}')
            j = stack.pop()
            jump[i], jump[j] = j, i
    if stack: raise SyntaxError(f'unmatched [ at {stack[-1]}')
    tape, p, pc, out, inp = [0] * 300, 0, 0, [], iter(data)
    steps = 0
    while pc < len(code):
        c = code[pc]
        if c == '>': p += 1
        elif c == '<': p -= 1
        elif c == '+': tape[p] = (tape[p] + 1) % 256
        elif c == '-': tape[p] = (tape[p] - 1) % 256
        elif c == '.': out.append(chr(tape[p]))
        elif c == ',': tape[p] = ord(next(inp, '\0'))
        elif c == '[' and not tape[p]: pc = jump[pc]
        elif c == ']' and tape[p]: pc = jump[pc]
        pc += 1
        steps += 1
    return ''.join(out), steps
hello = '++++++++[>++++[>++>+++>+++>+<<<<-]>+>+>->>+[<]<-]>>.>---.+++++++..+++.>>.<-.<.+++.------.--------.>>+.>++.'
print(run(hello))
print(run(',[.,]', 'echo'), run(',[>,]<[.<]', 'reverse'))
print(run('>++++++++[<++++++++>-]<+.>++++[<++++>-]<.'))
for bad in '[[]', ']', '+[':
    try: run(bad)
    except SyntaxError as e: print(bad, e)
