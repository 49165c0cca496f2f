# __name__ of the script is __main__; importing itself runs it a second time.
import sys
print(__name__, __package__, __doc__, sys.modules['__main__'].__dict__ is globals())
if __name__ == '__main__':
    import main_module
    print(main_module.__name__, main_module is sys.modules['__main__'], main_module.marker)
marker = 'set at the end'
print('end of', __name__)
