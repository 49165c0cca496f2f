print('running _fails')
raise ValueError('module error')
