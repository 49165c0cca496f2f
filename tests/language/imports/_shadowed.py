where = 'the script folder version'
