-- Several codebooks, of which one is in force. Everything else knows that one alone: `codebook`, `theme`, `coding`,
-- `coder_coding`, `theme_model` and `voice_model` are its. The others stand here, with what people said under them; what
-- rules and models say is made anew when one comes into force (app/store/CodebookShelf.h).

ALTER TABLE codebook ADD COLUMN number INTEGER NOT NULL DEFAULT 1;

CREATE TABLE shelved_codebook (
  number INTEGER PRIMARY KEY,
  json BLOB NOT NULL,                       -- zstd
  deleted INTEGER NOT NULL DEFAULT 0        -- 1: goes for good when the collection is opened the next time
) STRICT;

CREATE TABLE shelved_coding (
  story INTEGER NOT NULL REFERENCES story (id) ON DELETE CASCADE,
  codebook INTEGER NOT NULL REFERENCES shelved_codebook (number) ON DELETE CASCADE,
  theme INTEGER NOT NULL,
  present INTEGER NOT NULL,
  coder TEXT NOT NULL,
  made_at INTEGER NOT NULL,
  version INTEGER NOT NULL,
  run INTEGER REFERENCES import_run (id) ON DELETE SET NULL,
  settled INTEGER NOT NULL,
  PRIMARY KEY (story, codebook, theme)
) STRICT, WITHOUT ROWID;
CREATE INDEX shelved_coding_by_run ON shelved_coding (run) WHERE run IS NOT NULL;

CREATE TABLE shelved_coder_coding (
  story INTEGER NOT NULL REFERENCES story (id) ON DELETE CASCADE,
  codebook INTEGER NOT NULL REFERENCES shelved_codebook (number) ON DELETE CASCADE,
  theme INTEGER NOT NULL,
  coder TEXT NOT NULL,
  present INTEGER NOT NULL,
  made_at INTEGER NOT NULL,
  PRIMARY KEY (story, codebook, theme, coder)
) STRICT, WITHOUT ROWID;

-- The themes (kind 0) and voices (1) that a model codes where the codebook is in force.
CREATE TABLE shelved_label_coder (
  codebook INTEGER NOT NULL REFERENCES shelved_codebook (number) ON DELETE CASCADE,
  kind INTEGER NOT NULL,
  label INTEGER NOT NULL,
  model INTEGER NOT NULL REFERENCES model (version),
  PRIMARY KEY (codebook, kind, label)
) STRICT, WITHOUT ROWID;
