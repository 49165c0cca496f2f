level = 'b level'
