from . import level as b_level
from .. import level as a_level
from ...top import title
from ... import top
from ..b import level as again
result = [b_level, a_level, title, top.title, again, __name__, __package__]
