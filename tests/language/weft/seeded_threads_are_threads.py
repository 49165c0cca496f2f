# threads that take turns are threads all the same: identity, thread-local values, owners of locks
# weft only
# command: --schedule-seed 11 _seeded_threads.py
