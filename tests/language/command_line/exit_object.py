# Other objects are printed like text, with status 1.
import sys
sys.exit(['a', 1])
