"""Runs a command on a terminal of its own, types replies when their prompts are shown, prints all that was shown."""
import fcntl
import json
import os
import pty
import re
import select
import struct
import sys
import termios
import time

setting = json.load(sys.stdin)
child, terminal = pty.fork()
if child == 0:
    # A new terminal has no width.
    fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", 50, 120, 0, 0))
    env = {name: value for name, value in os.environ.items() if name not in ("CI", "NO_COLOR", "FORCE_COLOR")}
    os.execvpe(setting["command"][0], setting["command"], {**env, "TERM": "xterm", **setting["env"]})

shown, seen, replies = b"", 0, list(setting["replies"])
end = time.time() + 30
while time.time() < end:
    if select.select([terminal], [], [], 0.05)[0]:
        try:
            part = os.read(terminal, 65536)
        except OSError:
            break
        if not part:
            break
        shown += part
    elif replies and re.search(replies[0][0].encode(), shown[seen:], re.DOTALL):
        # The terminal is quiet: the prompt is waiting.
        seen = len(shown)
        os.write(terminal, replies.pop(0)[1].encode())
else:
    os.kill(child, 9)
sys.stdout.buffer.write(shown)
sys.stdout.flush()
status = os.waitpid(child, 0)[1]
sys.exit(os.waitstatus_to_exitcode(status) % 256)
