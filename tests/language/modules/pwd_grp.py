# pwd and grp: entries of the system's databases
import grp, pwd
root = pwd.getpwnam('root')
print(root.pw_name, root.pw_uid, root.pw_gid, root.pw_dir, len(root), root == pwd.getpwuid(0), type(root).__name__, root[2])
group = grp.getgrgid(0)
print(group.gr_name, group.gr_gid, isinstance(group.gr_mem, list), group == grp.getgrnam('root'), type(group).__name__)
print(root in pwd.getpwall(), any(g.gr_gid == 0 for g in grp.getgrall()))
for f in [lambda: pwd.getpwnam('no such user'), lambda: pwd.getpwuid(987654), lambda: pwd.getpwuid(1 << 40), lambda: grp.getgrnam('no such group'), lambda: grp.getgrgid(987654), lambda: pwd.getpwuid('x')]:
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
