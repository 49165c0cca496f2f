print('init', __name__)
flag = 'from init'
__all__ = ['sub', 'flag', 'listed']
listed = 'in __all__'
unlisted = 'not in __all__'
