# The error is on a later line of a multi-line construct.
result = some_function(
    argument_one,
    argument_two=
)
