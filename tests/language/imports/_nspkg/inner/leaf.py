from ..part import name as sibling
name = __name__, sibling
