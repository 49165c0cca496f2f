level = 'a level'
