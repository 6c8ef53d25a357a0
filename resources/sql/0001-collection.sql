-- The first form of a collection. Schema changes are new files with the next number, never edits of this one.
-- Times are milliseconds since 1970-01-01T00:00:00Z. Numbers of platforms, voices and relations are those of
-- app/story. Lists are JSON arrays of strings.

CREATE TABLE setting (
  key TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- The codebook as a whole, and its themes once more for those who read the file with other tools.
CREATE TABLE codebook (
  only INTEGER PRIMARY KEY CHECK (only = 1),
  version INTEGER NOT NULL,
  json TEXT NOT NULL
) STRICT;

CREATE TABLE theme (
  number INTEGER PRIMARY KEY CHECK (number BETWEEN 0 AND 63), -- its bit in story.rule_themes
  id TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  theme_group TEXT NOT NULL,
  definition TEXT NOT NULL,
  rule TEXT NOT NULL
) STRICT;

-- Who shared or passed on. The keys are HMAC-SHA-256 under the collection's key; people who only passed a story
-- on have no names here.
CREATE TABLE author (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  key BLOB NOT NULL UNIQUE,
  handle_key BLOB,
  native_id TEXT NOT NULL DEFAULT '',
  handle TEXT NOT NULL DEFAULT '',
  name TEXT NOT NULL DEFAULT '',
  link TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX author_by_handle ON author (handle_key);

CREATE TABLE source (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL UNIQUE,
  format TEXT NOT NULL,
  size INTEGER NOT NULL,  -- of the file, in bytes
  digest BLOB NOT NULL,   -- SHA-256 of its size, head and tail: the same file is the same source
  added_at INTEGER NOT NULL
) STRICT;
CREATE INDEX source_by_digest ON source (digest);

CREATE TABLE import_run (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  source INTEGER NOT NULL REFERENCES source (id),
  started_at INTEGER NOT NULL,
  finished_at INTEGER,                      -- null: cancelled or interrupted behind last_record
  last_record INTEGER NOT NULL DEFAULT 0,   -- how many of its records are in
  read INTEGER NOT NULL DEFAULT 0,
  added INTEGER NOT NULL DEFAULT 0,
  duplicates INTEGER NOT NULL DEFAULT 0,
  updated INTEGER NOT NULL DEFAULT 0,
  reposts INTEGER NOT NULL DEFAULT 0,
  withdrawn INTEGER NOT NULL DEFAULT 0,
  skipped INTEGER NOT NULL DEFAULT 0,
  rejected INTEGER NOT NULL DEFAULT 0,
  originals INTEGER NOT NULL DEFAULT 0,
  skipped_by TEXT NOT NULL DEFAULT '{}'     -- JSON: reason -> records
) STRICT;
CREATE INDEX import_run_by_source ON import_run (source);

CREATE TABLE rejected_record (
  id INTEGER PRIMARY KEY,
  run INTEGER NOT NULL REFERENCES import_run (id) ON DELETE CASCADE,
  record INTEGER NOT NULL,
  reason TEXT NOT NULL,
  bytes BLOB NOT NULL                       -- zstd
) STRICT;
CREATE INDEX rejected_record_by_run ON rejected_record (run);

-- What can be filtered and listed without the text. A number is given once and never again.
CREATE TABLE story (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  posted_at INTEGER,                        -- null: undated
  platform INTEGER NOT NULL,
  language TEXT NOT NULL,                   -- '': unknown
  language_detected INTEGER NOT NULL,
  author INTEGER REFERENCES author (id),
  words INTEGER NOT NULL,
  residual_words INTEGER NOT NULL,
  me_too_outside_tags INTEGER NOT NULL,
  sensitive INTEGER,                        -- null: the record doesn't say
  warned INTEGER NOT NULL,                  -- marked sensitive, or with a content warning
  rule_themes INTEGER NOT NULL,             -- a bit for each theme
  rule_voice INTEGER NOT NULL,
  rule_version INTEGER NOT NULL,            -- the codebook's version that coded it
  hand_voice INTEGER                        -- null: the rules' voice holds
) STRICT;
CREATE INDEX story_by_author ON story (author);

CREATE TABLE story_text (
  story INTEGER PRIMARY KEY REFERENCES story (id) ON DELETE CASCADE,
  text TEXT NOT NULL,
  text_cut INTEGER NOT NULL,
  native_id TEXT NOT NULL,
  permalink TEXT NOT NULL,
  posted_at_text TEXT NOT NULL,
  zone_known INTEGER NOT NULL,
  edited_at INTEGER,
  content_warning TEXT NOT NULL,
  media_descriptions TEXT NOT NULL,
  hashtags TEXT NOT NULL,
  withheld_in TEXT NOT NULL,
  edit_ids TEXT NOT NULL
) STRICT;

-- By what a story is recognised: 'twitter:123', 'link:https://...', 'hash:...', 'record:...'. A story that was
-- edited has the ids of all its versions.
CREATE TABLE identity (
  key TEXT PRIMARY KEY,
  story INTEGER NOT NULL REFERENCES story (id) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
CREATE INDEX identity_by_story ON identity (story);

CREATE TABLE relation (
  story INTEGER NOT NULL REFERENCES story (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  kind INTEGER NOT NULL,                    -- 1 reply to, 2 quote of
  native_id TEXT NOT NULL,
  permalink TEXT NOT NULL,
  text TEXT NOT NULL,
  PRIMARY KEY (story, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX relation_by_native_id ON relation (native_id);

CREATE TABLE earlier_text (
  story INTEGER NOT NULL REFERENCES story (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  written_at INTEGER,
  text TEXT NOT NULL,
  PRIMARY KEY (story, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE attribute_name (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE,
  personal INTEGER NOT NULL,                -- looks as if about people
  ticked INTEGER NOT NULL DEFAULT 0         -- the user wants to see it all the same
) STRICT;

CREATE TABLE attribute (
  story INTEGER NOT NULL REFERENCES story (id) ON DELETE CASCADE,
  name INTEGER NOT NULL REFERENCES attribute_name (id),
  value TEXT NOT NULL,
  PRIMARY KEY (story, name)
) STRICT, WITHOUT ROWID;
CREATE INDEX attribute_by_value ON attribute (name, value, story);

CREATE TABLE provenance (
  story INTEGER NOT NULL REFERENCES story (id) ON DELETE CASCADE,
  source INTEGER NOT NULL REFERENCES source (id),
  record INTEGER NOT NULL,
  run INTEGER NOT NULL REFERENCES import_run (id),
  imported_at INTEGER NOT NULL,
  PRIMARY KEY (story, source, record)
) STRICT, WITHOUT ROWID;
CREATE INDEX provenance_by_source ON provenance (source, story);
CREATE INDEX provenance_by_run ON provenance (run, story);

-- The record as it came.
CREATE TABLE story_raw (
  story INTEGER NOT NULL REFERENCES story (id) ON DELETE CASCADE,
  run INTEGER NOT NULL REFERENCES import_run (id),
  record INTEGER NOT NULL,
  bytes BLOB NOT NULL,                      -- zstd
  PRIMARY KEY (story, run, record)
) STRICT;
CREATE INDEX story_raw_by_run ON story_raw (run);

-- What a story was before an import changed it, so that the import can be undone.
CREATE TABLE story_change (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  story INTEGER NOT NULL REFERENCES story (id) ON DELETE CASCADE,
  run INTEGER NOT NULL REFERENCES import_run (id),
  before TEXT NOT NULL                      -- JSON
) STRICT;
CREATE INDEX story_change_by_run ON story_change (run);
CREATE INDEX story_change_by_story ON story_change (story);

-- Somebody passed a story on. The original may come later: until then it is known by its key only.
CREATE TABLE repost (
  id INTEGER PRIMARY KEY,
  key TEXT NOT NULL UNIQUE,
  original INTEGER REFERENCES story (id) ON DELETE CASCADE,
  original_key TEXT NOT NULL,
  posted_at INTEGER,
  account INTEGER REFERENCES author (id)
) STRICT;
CREATE INDEX repost_by_original ON repost (original);
CREATE INDEX repost_waiting ON repost (original_key) WHERE original IS NULL;
CREATE INDEX repost_by_account ON repost (account);

CREATE TABLE repost_provenance (
  repost INTEGER NOT NULL REFERENCES repost (id) ON DELETE CASCADE,
  source INTEGER NOT NULL REFERENCES source (id),
  record INTEGER NOT NULL,
  run INTEGER NOT NULL REFERENCES import_run (id),
  PRIMARY KEY (repost, source, record)
) STRICT, WITHOUT ROWID;
CREATE INDEX repost_provenance_by_source ON repost_provenance (source);
CREATE INDEX repost_provenance_by_run ON repost_provenance (run);

-- Codings by model and by hand; the rules' are story.rule_themes.
CREATE TABLE coding (
  story INTEGER NOT NULL REFERENCES story (id) ON DELETE CASCADE,
  theme INTEGER NOT NULL REFERENCES theme (number),
  coded_by INTEGER NOT NULL CHECK (coded_by IN (1, 2)), -- 1 model, 2 hand
  present INTEGER NOT NULL,
  confidence REAL,
  coder TEXT NOT NULL DEFAULT '',
  made_at INTEGER NOT NULL,
  version INTEGER NOT NULL,
  PRIMARY KEY (story, theme, coded_by)
) STRICT, WITHOUT ROWID;
CREATE INDEX coding_by_theme ON coding (theme);

CREATE TABLE mark (
  story INTEGER PRIMARY KEY REFERENCES story (id) ON DELETE CASCADE,
  read INTEGER NOT NULL DEFAULT 0,
  starred INTEGER NOT NULL DEFAULT 0,
  do_not_quote INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE TABLE note (
  story INTEGER PRIMARY KEY REFERENCES story (id) ON DELETE CASCADE,
  text TEXT NOT NULL,
  written_at INTEGER NOT NULL
) STRICT;

-- What is left of a story that was taken back. The keys are HMAC-SHA-256 of identity keys under the collection's
-- key, so that a later import is stopped and nobody is named.
CREATE TABLE tombstone (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  platform INTEGER NOT NULL,
  posted_at INTEGER,
  themes INTEGER NOT NULL,
  reason TEXT NOT NULL,
  gone_at INTEGER NOT NULL
) STRICT;

CREATE TABLE tombstone_key (
  key BLOB PRIMARY KEY,
  tombstone INTEGER NOT NULL REFERENCES tombstone (id) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
CREATE INDEX tombstone_key_by_tombstone ON tombstone_key (tombstone);

-- Full text over the normalised form (app/text/Tokens.h), in two halves by blocks of 65,536 story numbers: even
-- blocks in the first, odd ones in the second. setting 'collection.normal_version' has the form's version.
CREATE VIRTUAL TABLE full_text_even USING fts5 (
  text, tags, content = '', columnsize = 0, detail = full,
  tokenize = "unicode61 remove_diacritics 2 categories 'L* N* Co Mn Mc'"
);
CREATE VIRTUAL TABLE full_text_odd USING fts5 (
  text, tags, content = '', columnsize = 0, detail = full,
  tokenize = "unicode61 remove_diacritics 2 categories 'L* N* Co Mn Mc'"
);

-- The two views are the stable interface for other tools. Neither names an author.

-- One row for each theme in force on a story: what a person said wins over rule and model.
CREATE VIEW story_themes AS
  SELECT story.id AS story, theme.id AS theme, 'rule' AS coded_by
    FROM story JOIN theme ON (story.rule_themes >> theme.number) & 1
   WHERE NOT EXISTS (SELECT 1 FROM coding
                      WHERE coding.story = story.id AND coding.theme = theme.number)
  UNION ALL
  SELECT coding.story, theme.id, CASE coding.coded_by WHEN 2 THEN 'hand' ELSE 'model' END
    FROM coding JOIN theme ON theme.number = coding.theme
   WHERE coding.present
     AND (coding.coded_by = 2
          OR NOT EXISTS (SELECT 1 FROM coding AS hand
                          WHERE hand.story = coding.story AND hand.theme = coding.theme
                            AND hand.coded_by = 2));

-- One row for each story. posted_at is UTC in ISO 8601, null if undated; themes are joined by semicolons.
CREATE VIEW stories AS
  SELECT story.id AS story,
         strftime('%Y-%m-%dT%H:%M:%fZ', story.posted_at / 1000.0, 'unixepoch') AS posted_at,
         story.posted_at AS posted_at_ms,
         CASE story.platform WHEN 1 THEN 'twitter' WHEN 2 THEN 'facebook' WHEN 3 THEN 'instagram'
              WHEN 4 THEN 'mastodon' WHEN 5 THEN 'bluesky' WHEN 6 THEN 'reddit' WHEN 7 THEN 'tumblr'
              WHEN 8 THEN 'blog' ELSE 'other' END AS platform,
         CASE story.language WHEN '' THEN 'unknown' ELSE story.language END AS language,
         story.language_detected AS language_detected,
         CASE coalesce(story.hand_voice, story.rule_voice) WHEN 1 THEN 'testimony' WHEN 2 THEN 'solidarity'
              WHEN 3 THEN 'support' WHEN 4 THEN 'commentary' ELSE 'unknown' END AS voice,
         (SELECT group_concat(theme, ';') FROM
            (SELECT story_themes.theme FROM story_themes WHERE story_themes.story = story.id
              ORDER BY story_themes.theme)) AS themes,
         story.words AS words,
         story.warned AS warned,
         coalesce(mark.read, 0) AS read,
         coalesce(mark.starred, 0) AS starred,
         coalesce(mark.do_not_quote, 0) AS do_not_quote,
         note.text AS note,
         story_text.content_warning AS content_warning,
         story_text.text AS text
    FROM story
    JOIN story_text ON story_text.story = story.id
    LEFT JOIN mark ON mark.story = story.id
    LEFT JOIN note ON note.story = story.id;
