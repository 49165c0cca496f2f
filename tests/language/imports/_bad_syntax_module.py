def f(
    x
return
