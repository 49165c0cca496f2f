y = 'leaf2 y'
