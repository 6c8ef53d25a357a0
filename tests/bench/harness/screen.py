"""How long a window takes from the start of its process until nothing new comes to the screen: Tidemark's, that of
DB Browser for SQLite over the same collection, and one with nothing in it. Needs Xvfb, xwd and DB Browser."""
import os
import shutil
import subprocess
import time
import zlib

from . import limits
from .measuring import Failed, Measured

OPERATION = "open, all on the screen"
DB_BROWSER = "DB Browser"
QUIET = 3.0  # seconds without a new picture: it is all there
LONGEST = 120.0  # seconds


def missing():
    """What is not installed; empty if all is there."""
    return ", ".join(tool for tool in ("Xvfb", "xwd", "sqlitebrowser") if not shutil.which(tool))


def openings(place, repeat):
    commands = {"tidemark": [place.tidemark, place.collection],
                DB_BROWSER: ["sqlitebrowser", "-R", "-t", "story_text", place.collection],
                limits.ENGINE: [place.program("bench_window"), "empty"]}
    with _Screen() as screen:
        for engine, command in commands.items():
            yield Measured(OPERATION, engine, [screen.opening(command, place) for _ in range(repeat)])


class _Screen:
    """A display of its own."""

    def __enter__(self):
        number, writes = os.pipe()
        self._server = subprocess.Popen(["Xvfb", "-displayfd", str(writes), "-screen", "0", "1280x800x24"],
                                        pass_fds=[writes], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        os.close(writes)
        with os.fdopen(number) as said:
            self._name = ":" + said.readline().strip()
        if self._name == ":":
            raise Failed("Xvfb did not start")
        return self

    def __exit__(self, *_):
        self._server.terminate()
        self._server.wait()

    def opening(self, command, place):
        """Seconds until the last picture that had not been there before: a blinking cursor gives none."""
        environment = {**os.environ, **place.environment, "DISPLAY": self._name, "QT_QPA_PLATFORM": "xcb",
                       "XDG_RUNTIME_DIR": place.folder}
        seen = {self._picture()}
        start = last = time.perf_counter()
        process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
                                   stderr=subprocess.DEVNULL, env=environment)
        try:
            while True:
                picture, now = self._picture(), time.perf_counter()
                if picture not in seen:
                    seen.add(picture)
                    last = now
                if len(seen) > 1 and now - last > QUIET:
                    return last - start
                if process.poll() is not None or now - start > LONGEST:
                    raise Failed(f"{os.path.basename(command[0])} showed no window")
                time.sleep(0.01)
        finally:
            process.kill()
            process.wait()

    def _picture(self):
        return zlib.crc32(subprocess.run(["xwd", "-silent", "-root", "-display", self._name], capture_output=True).stdout)
