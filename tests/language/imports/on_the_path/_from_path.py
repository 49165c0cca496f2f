where = 'found on the path'
