__all__ = ['public', '_listed']
public, _listed, unlisted = 'p', '_l', 'u'
