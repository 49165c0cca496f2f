print('sub loaded')
where = 'in sub'
