"""Runs a program and measures it: CPU seconds, wall time, memory."""

import os
import pathlib
import subprocess
import threading
import time

INTERVAL = 0.01


class Run:
    """What a run of a program took.

    cpu is user and system time of the process and of all children that it waited for. peak and anonymous are the most that
    the process and its descendants held at once, in bytes, looked at every hundredth of a second; anonymous leaves out
    mapped files and is None where the system doesn't tell.
    """

    def __init__(self, command, environment=None, limit=3600, stdout=None):
        self.command = [str(word) for word in command]
        self.load = os.getloadavg()[0]
        started = time.monotonic()
        output = open(stdout, "wb") if stdout else subprocess.DEVNULL
        with open(os.devnull, "rb") as nothing, output if stdout else open(os.devnull):
            process = subprocess.Popen(
                self.command, env={**os.environ, **(environment or {})}, stdin=nothing, stdout=output,
                stderr=subprocess.PIPE, start_new_session=True)
        self.peak = 0
        self.anonymous = None
        self.over_limit = False
        watcher = threading.Thread(target=self._watch, args=(process.pid, started + limit))
        self._ended = threading.Event()
        watcher.start()
        self.errors = process.stderr.read().decode("utf-8", "replace")
        _, status, usage = os.wait4(process.pid, 0)
        self._ended.set()
        watcher.join()
        process.returncode = os.waitstatus_to_exitcode(status)
        process.stderr.close()
        self.status = process.returncode
        self.wall = time.monotonic() - started
        self.user, self.system = usage.ru_utime, usage.ru_stime
        self.cpu = self.user + self.system
        if self.anonymous is None:
            self.peak = usage.ru_maxrss * (1 if os.uname().sysname == "Darwin" else 1024)

    def _watch(self, process, deadline):
        while not self._ended.wait(INTERVAL):
            resident, anonymous, known = 0, 0, False
            for one in descendants(process):
                memory = status_of(one)
                resident += memory.get("VmRSS", 0)
                self.peak = max(self.peak, memory.get("VmHWM", 0))
                if "RssAnon" in memory:
                    anonymous += memory["RssAnon"]
                    known = True
            self.peak = max(self.peak, resident)
            if known:
                self.anonymous = max(self.anonymous or 0, anonymous)
            if time.monotonic() > deadline and not self.over_limit:
                self.over_limit = True
                os.killpg(process, 9)

    def why_not(self):
        """An empty text, or how the run failed."""
        if self.over_limit:
            return f"stopped after {self.wall:.0f} s"
        if self.status:
            lines = self.errors.strip().splitlines()
            return f"status {self.status}: {lines[-1][:200] if lines else 'no message'}"
        return ""

    def record(self):
        return {
            "cpu": round(self.cpu, 4), "user": round(self.user, 4), "sys": round(self.system, 4),
            "wall": round(self.wall, 4), "peak": self.peak, "anonymous": self.anonymous, "load": round(self.load, 2),
            "command": self.command,
        }


def descendants(process):
    """A process and its children's children, as far as the system tells."""
    found, left = [], [process]
    while left:
        one = left.pop()
        found.append(one)
        try:
            for task in os.listdir(f"/proc/{one}/task"):
                left += map(int, pathlib.Path(f"/proc/{one}/task/{task}/children").read_text().split())
        except OSError:
            pass
    return found


def status_of(process):
    """The memory of a process in bytes, by the names that Linux gives it."""
    memory = {}
    try:
        with open(f"/proc/{process}/status") as lines:
            for line in lines:
                if line.startswith(("VmHWM:", "VmRSS:", "RssAnon:")):
                    name, size, _ = line.split()
                    memory[name[:-1]] = int(size) * 1024
    except OSError:
        pass
    return memory
