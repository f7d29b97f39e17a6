"""The commands of ``faceswap-gui``, one a module.

Each has ``add(commands)``, which declares its options, and ``run(arguments)``, which does the work
and returns the exit code. Importing them costs nothing: torch, NumPy, OpenCV and Qt are imported
inside ``run``, so that ``--help`` answers at once.
"""
