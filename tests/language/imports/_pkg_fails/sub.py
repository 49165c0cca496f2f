raise ValueError('submodule error')
