# spawn_tree_locals are shared along the tree of spawners; spawning_greenlet names the parent.
import gevent


def child():
    me = gevent.getcurrent()
    return me.spawn_tree_locals, me.spawning_greenlet() is parent_greenlet


def parent():
    me = gevent.getcurrent()
    me.spawn_tree_locals["key"] = "value"
    return gevent.spawn(child).get()


parent_greenlet = gevent.spawn(parent)
print(parent_greenlet.get())
print(gevent.spawn(lambda: 1).spawn_tree_locals)
