"""Times a call or another program, and keeps every sample."""
import os
import statistics
import subprocess
import tempfile
import threading
import time
from dataclasses import dataclass, field


@dataclass
class Measured:
    """What one engine needed for one operation: samples in the unit, and processor seconds where known."""
    operation: str
    engine: str
    samples: list = field(default_factory=list)
    unit: str = "s"
    cpu: list = field(default_factory=list)
    threads: dict = field(default_factory=dict)  # processor seconds of the last sample, by the threads' names
    note: str = ""

    @property
    def median(self):
        return statistics.median(self.samples) if self.samples else None


class Failed(Exception):
    """A program that was to be measured did not do its work; the text says what it said."""


def run(command, stdin=None, environment=None):
    """Runs a program to its end; gives wall seconds, processor seconds of all threads, and what was watched of it."""
    with tempfile.TemporaryFile() as errors:
        start = time.perf_counter()
        process = subprocess.Popen(command, stdin=subprocess.PIPE if stdin is not None else subprocess.DEVNULL,
                                   stdout=subprocess.DEVNULL, stderr=errors, env={**os.environ, **(environment or {})})
        watched = Watched(process.pid)
        try:
            if stdin is not None:
                process.stdin.write(stdin.encode())
                process.stdin.close()
            _, status, usage = os.wait4(process.pid, 0)
        except KeyboardInterrupt:
            process.kill()
            raise
        finally:
            watched.stop()
        wall = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode != 0:
            errors.seek(0)
            said = errors.read().decode(errors="replace").strip()
            raise Failed(f"{os.path.basename(command[0])} ended with {process.returncode}: {said}")
        return wall, usage.ru_utime + usage.ru_stime, watched


class Watched:
    """Looks at a process's high-water mark of memory, in bytes, until it ends, for what wait4() gives begins with this
    interpreter's memory; and at what each of its threads had of the processor, by their names, in seconds."""

    def __init__(self, pid):
        self._folder = f"/proc/{pid}"
        self._ticks = {}  # of each thread: its name, and what it had
        self.peak = 0
        self._ended = threading.Event()
        self._thread = threading.Thread(target=self._watch)
        self._thread.start()

    def stop(self):
        self._ended.set()
        self._thread.join()

    @property
    def threads(self):
        seconds = {}
        for name, ticks in self._ticks.values():
            seconds[name] = seconds.get(name, 0) + ticks / os.sysconf("SC_CLK_TCK")
        return seconds

    def _watch(self):
        looks = 0
        while not self._ended.wait(0.01):
            try:
                with open(f"{self._folder}/status", encoding="ascii", errors="replace") as file:
                    marks = [line.split()[1] for line in file if line.startswith("VmHWM")]
                if looks % 10 == 0:
                    self._look_at_threads()
            except OSError:
                return
            looks += 1
            self.peak = max([self.peak, *(int(mark) * 1024 for mark in marks)])

    def _look_at_threads(self):
        for thread in os.listdir(f"{self._folder}/task"):
            try:
                with open(f"{self._folder}/task/{thread}/stat", encoding="utf-8", errors="replace") as file:
                    name, figures = file.read().split("(", 1)[1].rsplit(")", 1)
            except OSError:
                continue  # it has just ended
            self._ticks[thread] = name, sum(map(int, figures.split()[11:13]))


def output(command, environment=None):
    """What a program writes to standard output."""
    done = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, text=True,
                          env={**os.environ, **(environment or {})})
    if done.returncode != 0:
        raise Failed(f"{os.path.basename(command[0])} ended with {done.returncode}: {done.stderr.strip()}")
    return done.stdout


def measure(operation, engine, command, repeat=1, before=None, **arguments):
    """Runs a program so many times; before() makes ready for each. Gives the times and, as a second row, the memory."""
    time_taken = Measured(operation, engine)
    memory = Measured(operation + ", peak memory", engine, unit="bytes")
    for _ in range(repeat):
        if before:
            before()
        wall, cpu, watched = run(command, **arguments)
        time_taken.samples.append(wall)
        time_taken.cpu.append(cpu)
        time_taken.threads = watched.threads
        memory.samples.append(watched.peak)
    return time_taken, memory
