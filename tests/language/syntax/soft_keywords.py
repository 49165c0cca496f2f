# match, case, _ and type remain ordinary names.
match = 1
case = 2
type_ = type
print(match, case)
match = [1, 2]
match[0] = 5
print(match, match [1])
def case(x): return x
print(case(3), case (4))
match = lambda *a: a
print(match(1), match (1, 2))
print(match
      (3))
match.case = 'attr'
print(match.case)
class match:
    case = 'c'
match.match = 1
print(match.case, match.match)
match match:
    case match: print('matched')
_ = 7
print(_)
match, case = 1, 2
print(match -case, match * case)
match: int = 3
print(match)
type = 'a name'
print(type)
