# raise from prints the direct cause.
class ConfigError(Exception):
    pass

def read():
    raise FileNotFoundError(2, 'No such file', 'app.cfg')

def configure():
    try:
        read()
    except OSError as e:
        raise ConfigError('cannot configure') from e

configure()
