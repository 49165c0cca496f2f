# Frame names are plain function names, not qualified ones.
class K:
    def outer(self):
        def inner():
            return (lambda: {}['x'])()
        return inner()
K().outer()
