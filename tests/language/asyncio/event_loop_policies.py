# Policies and the current loop.
import asyncio

policy = asyncio.get_event_loop_policy()
print(isinstance(policy, asyncio.DefaultEventLoopPolicy))
loop = asyncio.new_event_loop()
asyncio.set_event_loop(loop)
print(asyncio.get_event_loop() is loop, policy.get_event_loop() is loop)
asyncio.set_event_loop(None)
try:
    asyncio.get_event_loop()
except RuntimeError as error:
    print(error)
try:
    asyncio.set_event_loop(3)
except (TypeError, AssertionError) as error:
    print(type(error).__name__)
try:
    asyncio.set_event_loop_policy(3)
except (TypeError, AssertionError) as error:
    print(type(error).__name__)


class Policy(asyncio.DefaultEventLoopPolicy):
    def new_event_loop(self):
        print('new loop')
        return super().new_event_loop()


asyncio.set_event_loop_policy(Policy())


async def main():
    print(asyncio.get_event_loop() is asyncio.get_running_loop())


asyncio.run(main())
asyncio.set_event_loop_policy(None)
print(type(asyncio.get_event_loop_policy()).__name__.lstrip('_'))
loop.close()
try:
    asyncio.get_running_loop()
except RuntimeError as error:
    print(error)
print(asyncio._get_running_loop())
