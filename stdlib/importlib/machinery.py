"""Specs of modules, and the loader of source files."""

SOURCE_SUFFIXES = ['.py']
BYTECODE_SUFFIXES = ['.pyc']
DEBUG_BYTECODE_SUFFIXES = OPTIMIZED_BYTECODE_SUFFIXES = BYTECODE_SUFFIXES
EXTENSION_SUFFIXES = []


def all_suffixes():
    """The suffixes of files that may be modules."""
    return SOURCE_SUFFIXES + BYTECODE_SUFFIXES + EXTENSION_SUFFIXES


class ModuleSpec:
    """What is known of a module before it is loaded."""

    def __init__(self, name, loader, *, origin=None, loader_state=None, is_package=None):
        self.name = name
        self.loader = loader
        self.origin = origin
        self.loader_state = loader_state
        self.submodule_search_locations = [] if is_package else None
        self.has_location = False
        self.cached = None

    @property
    def parent(self):
        """The package the module lies in, or is."""
        if self.submodule_search_locations is None:
            return self.name.rpartition('.')[0]
        return self.name

    def __repr__(self):
        parts = [f'name={self.name!r}', f'loader={self.loader!r}']
        if self.origin is not None:
            parts.append(f'origin={self.origin!r}')
        if self.submodule_search_locations is not None:
            parts.append(f'submodule_search_locations={self.submodule_search_locations}')
        return f'{type(self).__name__}({", ".join(parts)})'

    def __eq__(self, other):
        try:
            return (self.name, self.loader, self.origin, self.has_location) == (
                other.name, other.loader, other.origin, other.has_location)
        except AttributeError:
            return NotImplemented


class SourceFileLoader:
    """Loads a module of a file."""

    def __init__(self, fullname, path):
        self.name = fullname
        self.path = path

    def create_module(self, spec):
        """None: a plain module will do."""
        return None

    def get_filename(self, name=None):
        """The path of the file."""
        return self.path

    def get_data(self, path):
        """The bytes of a file."""
        with open(path, 'rb') as file:
            return file.read()

    def get_source(self, fullname):
        """The text of the module."""
        with open(self.path, encoding='utf-8') as file:
            return file.read()

    def get_code(self, fullname):
        """The code of the module."""
        return compile(self.get_data(self.path), self.path, 'exec', dont_inherit=True)

    def is_package(self, fullname):
        """Whether the file is a package's __init__.py."""
        import os.path
        return os.path.basename(self.path) == '__init__.py'

    def exec_module(self, module):
        """Run the code in a module."""
        exec(self.get_code(module.__name__), module.__dict__)

    def load_module(self, fullname=None):
        """Make, enter and run the module."""
        from importlib import util
        import sys
        name = fullname or self.name
        spec = util.spec_from_file_location(name, self.path, loader=self)
        module = sys.modules.get(name) or util.module_from_spec(spec)
        sys.modules[name] = module
        self.exec_module(module)
        return module

    def __repr__(self):
        return f'<{type(self).__module__}.{type(self).__name__} object at {id(self):#x}>'
