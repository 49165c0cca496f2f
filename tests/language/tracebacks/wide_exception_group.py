# Groups with many members are cut.
raise ExceptionGroup('wide', [ValueError(i) for i in range(20)])
