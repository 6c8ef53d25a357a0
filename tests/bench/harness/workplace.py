"""Where the data lie and which programs are measured."""
import os
import shutil


class Workplace:
    def __init__(self, build, folder, stories):
        self.build = build
        self.stories = stories
        self.root = folder
        self.folder = os.path.join(folder, str(stories))
        os.makedirs(self.folder, exist_ok=True)
        self.tidemark = os.path.join(build, "tidemark")
        self.collection = self.path("ours.tidemark")
        self.copy = self.path("ours-with-covering-index.db")
        self.peer = self.path("peer.db")
        self.duckdb = self.path("duck.db")
        self.json, self.csv = self.path("first.jsonl"), self.path("first.csv")
        self.later_json, self.later_csv = self.path("later.jsonl"), self.path("later.csv")
        self.exported = self.path("exported.csv")
        # Nothing of the user's own is read or written, and no display is needed.
        self.environment = {"XDG_CONFIG_HOME": self.path("config"), "XDG_DATA_HOME": self.path("data"),
                            "QT_QPA_PLATFORM": "offscreen", "LC_ALL": "C.UTF-8"}

    def path(self, name):
        return os.path.join(self.folder, name)

    def program(self, name):
        return os.path.join(self.build, "tests", "bench", name)

    def remove(self, path):
        for ending in ("", "-wal", "-shm", "-journal", ".wal"):
            if os.path.exists(path + ending):
                os.remove(path + ending)

    def clean(self):
        shutil.rmtree(self.folder, ignore_errors=True)


def disk_size(path):
    return sum(os.path.getsize(path + ending) for ending in ("", "-wal") if os.path.exists(path + ending))
