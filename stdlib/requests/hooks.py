"""Functions that are called with each answer."""

HOOKS = ["response"]


def default_hooks():
    """No hooks."""
    return {event: [] for event in HOOKS}


def dispatch_hook(key, hooks, hook_data, **kwargs):
    """Pass an answer through its hooks; what one returns goes to the next."""
    found = (hooks or {}).get(key)
    if not found:
        return hook_data
    for hook in [found] if callable(found) else found:
        changed = hook(hook_data, **kwargs)
        if changed is not None:
            hook_data = changed
    return hook_data
