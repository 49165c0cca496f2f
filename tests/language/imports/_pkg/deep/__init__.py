print('init', __name__)
from .. import flag as parent_flag
marker = 'deep marker'
