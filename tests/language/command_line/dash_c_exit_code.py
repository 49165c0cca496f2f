# sys.exit in -c gives the exit status.
# command: -c "import sys; print('leaving'); sys.exit(7)"
