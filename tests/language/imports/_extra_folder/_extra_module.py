value = 'from the extra folder'
