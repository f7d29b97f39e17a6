"""Many swaps in one go: what there is to do, a queue on the disk, and doing it here or elsewhere.

`jobs` and `listing` say what is to be done; `queue` remembers it and what has become of it; `run`
does it in this process and `cluster` on the workers of a Dask scheduler. Nothing here prints.
"""
