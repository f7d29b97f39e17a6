"""What the program notes about itself on this machine: a log, and a file after a crash.

Nothing of it is sent anywhere. Standard library only, so that it works when the rest does not.
"""

from faceswap_gui.diagnostics.crash import CrashReports
from faceswap_gui.diagnostics.log import log_folder, start_log, stop_log

__all__ = ["CrashReports", "log_folder", "start_log", "stop_log"]
