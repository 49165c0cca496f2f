import _chain_two
