-- Every codebook that this collection had, the one in force last, so that what an old export says can be looked up.
CREATE TABLE codebook_version (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  version INTEGER NOT NULL,  -- several have one where only names or definitions changed
  made_at INTEGER NOT NULL,
  json BLOB NOT NULL         -- zstd
) STRICT;
CREATE INDEX codebook_version_by_version ON codebook_version (version);
