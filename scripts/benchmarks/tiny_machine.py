"""An interpreter within the interpreter: an assembler, a stack machine with if-chains and with a table."""

PROGRAM = """
    push 0
    store total
    push 1
    store n
loop:
    load n
    push {limit}
    less
    jump_if_not end
    load n
    push 3
    mod
    jump_if_not skip
    load total
    load n
    load n
    mul
    add
    push 1000003
    mod
    store total
skip:
    load n
    push 1
    add
    store n
    jump loop
end:
    load total
    print
    halt
"""


def assemble(source):
    lines = [line.strip() for line in source.splitlines() if line.strip()]
    labels = {}
    code = []
    for line in lines:
        if line.endswith(":"):
            labels[line[:-1]] = len(code)
        else:
            code.append(line.split())
    program = []
    for operation, *operands in code:
        operand = operands[0] if operands else None
        if operand in labels:
            operand = labels[operand]
        elif operand is not None and operand.isdigit():
            operand = int(operand)
        program.append((operation, operand))
    return program


def run_with_chain(program):
    stack = []
    variables = {}
    output = []
    at = steps = 0
    while True:
        operation, operand = program[at]
        at += 1
        steps += 1
        if operation == "push":
            stack.append(operand)
        elif operation == "load":
            stack.append(variables[operand])
        elif operation == "store":
            variables[operand] = stack.pop()
        elif operation == "add":
            right = stack.pop()
            stack[-1] += right
        elif operation == "mul":
            right = stack.pop()
            stack[-1] *= right
        elif operation == "mod":
            right = stack.pop()
            stack[-1] %= right
        elif operation == "less":
            right = stack.pop()
            stack[-1] = stack[-1] < right
        elif operation == "jump":
            at = operand
        elif operation == "jump_if_not":
            if not stack.pop():
                at = operand
        elif operation == "print":
            output.append(str(stack.pop()))
        elif operation == "halt":
            return steps, output


def run_with_table(program):
    """Each operation is a bound method found in a dictionary once, before the run."""
    machine = TableMachine(program)
    machine.run()
    return machine.steps, machine.output


class TableMachine:
    def __init__(self, program):
        self.code = [(getattr(self, "do_" + name), operand) for name, operand in program]
        self.stack = []
        self.variables = {}
        self.output = []
        self.at = self.steps = 0
        self.running = True

    def run(self):
        code = self.code
        while self.running:
            method, operand = code[self.at]
            self.at += 1
            self.steps += 1
            method(operand)

    def do_push(self, value):
        self.stack.append(value)

    def do_load(self, name):
        self.stack.append(self.variables[name])

    def do_store(self, name):
        self.variables[name] = self.stack.pop()

    def do_add(self, _):
        right = self.stack.pop()
        self.stack[-1] += right

    def do_mul(self, _):
        right = self.stack.pop()
        self.stack[-1] *= right

    def do_mod(self, _):
        right = self.stack.pop()
        self.stack[-1] %= right

    def do_less(self, _):
        right = self.stack.pop()
        self.stack[-1] = self.stack[-1] < right

    def do_jump(self, target):
        self.at = target

    def do_jump_if_not(self, target):
        if not self.stack.pop():
            self.at = target

    def do_print(self, _):
        self.output.append(str(self.stack.pop()))

    def do_halt(self, _):
        self.running = False


def main():
    program = assemble(PROGRAM.replace("{limit}", "110000"))
    print(len(program))
    for run in (run_with_chain, run_with_table):
        print(run.__name__, *run(program))


main()
