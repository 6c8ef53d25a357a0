-- The index (app/index), packed, so that a collection opens without reading every story. Derived from the other tables:
-- what is missing, stale or damaged here is made anew.

CREATE TABLE index_stamp (
  only INTEGER PRIMARY KEY CHECK (only = 1),
  generation INTEGER NOT NULL,              -- raised with every change of what the index is made from
  packed INTEGER                            -- the generation that index_part holds; null: none
) STRICT;
INSERT INTO index_stamp VALUES (1, 1, NULL);

CREATE TABLE index_part (
  block INTEGER NOT NULL,                   -- a stretch of 131,072 stories in the order of time; -1: of all
  part INTEGER NOT NULL,
  checksum INTEGER NOT NULL,                -- XXH3, 64 bits, of bytes
  bytes BLOB NOT NULL,
  PRIMARY KEY (block, part)
) STRICT;
