# A syntax error in an imported module, with the importing frame.
import _bad_syntax
