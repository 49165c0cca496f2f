where = 'the path version'
