-- Sources that are asked over the network. What lets the program in at a server is never here: it is in the system's
-- keyring.
CREATE TABLE subscription (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL UNIQUE,
  digest BLOB NOT NULL UNIQUE,              -- random; that of the source that it fills (source.digest)
  service TEXT NOT NULL,                    -- 'feed', 'mastodon', 'bluesky', 'x'
  address TEXT NOT NULL,                    -- as the user typed it
  any_tags TEXT NOT NULL DEFAULT '[]',
  all_tags TEXT NOT NULL DEFAULT '[]',
  none_tags TEXT NOT NULL DEFAULT '[]',
  words TEXT NOT NULL DEFAULT '',
  account TEXT NOT NULL DEFAULT '',
  whole_archive INTEGER NOT NULL DEFAULT 0,
  budget INTEGER NOT NULL DEFAULT 0,        -- posts that one run may read; for servers that take money
  since INTEGER,                            -- how far back; null: as far as the server goes
  every_minutes INTEGER,                    -- null: only when asked for
  paused INTEGER NOT NULL DEFAULT 0,
  outcome TEXT NOT NULL DEFAULT 'never',    -- of the last fetch, see app/story/Subscription.h
  message TEXT NOT NULL DEFAULT '',
  asked_at INTEGER,
  not_before INTEGER,                       -- the server asks for patience until then
  place TEXT NOT NULL DEFAULT ''            -- how far it was read: JSON, the source's own
) STRICT;
