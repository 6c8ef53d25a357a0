-- What other columns or tables say is not kept a second time.

-- By what a story is recognised: 'twitter:123', 'link:https://...', 'hash:...', 'record:...' (app/store/StoryKeys.h).
-- hash: the upper 32 bits of the key's, signed. What belongs to a story that is gone leads nowhere.
ALTER TABLE identity RENAME TO identity_by_story;
CREATE TABLE identity (
  hash INTEGER NOT NULL,
  story INTEGER NOT NULL,
  PRIMARY KEY (hash, story)
) STRICT, WITHOUT ROWID;

-- Keys that the story's own row doesn't say, by platform and native_id or by permalink.
CREATE TABLE identity_key (
  story INTEGER NOT NULL REFERENCES story (id) ON DELETE CASCADE,
  key TEXT NOT NULL,
  PRIMARY KEY (story, key)
) STRICT, WITHOUT ROWID;

INSERT INTO identity SELECT DISTINCT hash >> 32, story FROM identity_by_story ORDER BY 1, 2;
INSERT INTO identity_key SELECT story, key FROM identity_by_story WHERE key IS NOT NULL;
DROP TABLE identity_by_story;

-- A source's are found by its runs. Where a source is removed, SQLite goes through all of them once.
DROP INDEX IF EXISTS provenance_by_source;

-- 1: native_id stands behind what permalink holds.
ALTER TABLE story_text ADD COLUMN permalink_cut INTEGER NOT NULL DEFAULT 0;
-- 0: posted_at_text is what the record gave; others: it gave what story.posted_at says, in a form that
-- app/store/StoryTexts.h lists.
ALTER TABLE story_text ADD COLUMN posted_at_form INTEGER NOT NULL DEFAULT 0;
