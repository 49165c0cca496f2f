# A script with nothing but a comment runs and prints nothing.
