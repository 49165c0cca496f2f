# An uncaught error from a nested import prints the chain of files.
import _chain_one
