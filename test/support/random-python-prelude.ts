/** What is called with lists, changes names of its own or goes wrong; the same in all programs. */
export const fixedFunctions = `\
calls = 0
def counter():
    global calls
    calls += 1
    return calls
def change(items):
    items.append("changed")
    return True
def rebind(value):
    global a, la
    a = value
    la = [value, *la][:4]
def recurse(n, items, entries):
    global c
    c = n
    entries["k"] = n
    items.append(n)
    if n > 0: recurse(n - 1, items, entries)
def try_change(entries, value):
    try:
        entries["m"] = value
        if value: raise KeyError
        return 1
    except KeyError:
        entries["m"] = "caught"
    finally:
        entries["z"] = "finally"
def gen(value):
    global b
    b = "generated"
    yield value
    yield [value]
def make_adder(items):
    kept = items
    def add(value):
        kept.append(value)
        return kept
    return add
def reversed_of(value):
    if isinstance(value, list): return value[::-1]
    return value
def plain_decorator(function):
    return function
def opaque_decorator(function):
    def wrapped(*args, **more):
        la.append("wrapped")
        return [function(*args, **more)]
    return wrapped`;
