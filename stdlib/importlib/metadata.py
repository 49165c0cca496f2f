"""What is known of installed packages, from the folders they left on sys.path."""

import os
import sys

__all__ = ['PackageNotFoundError', 'distribution', 'metadata', 'version', 'requires']


class PackageNotFoundError(ModuleNotFoundError):
    """No such package."""

    def __str__(self):
        return f'No package metadata was found for {self.name}'

    @property
    def name(self):
        return self.args[0]


def _normal(name):
    return name.lower().replace('-', '_').replace('.', '_')


class Distribution:
    """An installed package."""

    def __init__(self, path):
        self._path = path

    def read_text(self, filename):
        """A file of the package's information, or None."""
        try:
            with open(os.path.join(self._path, filename), encoding='utf-8') as file:
                return file.read()
        except OSError:
            return None

    @property
    def metadata(self):
        """The fields of its description, as a dict."""
        text = self.read_text('METADATA') or self.read_text('PKG-INFO') or ''
        fields = {}
        for line in text.split('\n\n')[0].splitlines():
            name, colon, value = line.partition(': ')
            if colon:
                fields.setdefault(name, value)
        return fields

    @property
    def name(self):
        return self.metadata['Name']

    @property
    def version(self):
        return self.metadata['Version']


def distribution(distribution_name):
    """The package of a name."""
    wanted = _normal(distribution_name)
    for folder in sys.path:
        try:
            names = os.listdir(folder or '.')
        except OSError:
            continue
        for name in names:
            base, extension = os.path.splitext(name)
            if extension in ('.dist-info', '.egg-info'):
                if _normal(base.split('-')[0]) == wanted:
                    return Distribution(os.path.join(folder or '.', name))
    raise PackageNotFoundError(distribution_name)


def metadata(distribution_name):
    """The fields of a package's description."""
    return distribution(distribution_name).metadata


def version(distribution_name):
    """A package's version."""
    return distribution(distribution_name).version


def requires(distribution_name):
    """What a package requires, or None."""
    text = distribution(distribution_name).read_text('METADATA') or ''
    found = [line.removeprefix('Requires-Dist: ') for line in text.splitlines()
             if line.startswith('Requires-Dist: ')]
    return found or None
