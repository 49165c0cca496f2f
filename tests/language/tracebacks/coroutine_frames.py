# Frames through await chains.
async def inner():
    raise ValueError('in coroutine')
async def outer():
    return await inner()
outer().send(None)
