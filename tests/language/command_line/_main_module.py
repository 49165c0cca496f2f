import sys
print(__name__, sys.argv[1:], sys.argv[0].endswith('_main_module.py'), __package__ == '')
