-- By what a story is recognised: 'twitter:123', 'link:https://...', 'hash:...', 'record:...' (app/store/StoryKeys.h).
-- hash: 64 bits of the key's. key: null where the story's own row says it, by platform and native_id or by
-- permalink. A story that was edited has the ids of all its versions. What an import that was broken off gathered
-- comes along.
CREATE TABLE IF NOT EXISTS gathered_identity (key TEXT NOT NULL, story INTEGER NOT NULL) STRICT;
INSERT OR IGNORE INTO identity
  SELECT key, story FROM gathered_identity WHERE story IN (SELECT id FROM story) ORDER BY key;
DROP TABLE gathered_identity;

ALTER TABLE identity RENAME TO identity_text;
CREATE TABLE identity (
  story INTEGER NOT NULL REFERENCES story (id) ON DELETE CASCADE,
  hash INTEGER NOT NULL,
  key TEXT,
  PRIMARY KEY (story, hash)
) STRICT, WITHOUT ROWID;
INSERT OR IGNORE INTO identity
  SELECT identity_text.story, key_hash(key),
         CASE WHEN is_own_key(key, platform, coalesce(native_id, ''), coalesce(permalink, ''))
              THEN NULL ELSE key END
    FROM identity_text
    JOIN story ON story.id = identity_text.story
    LEFT JOIN story_text ON story_text.story = identity_text.story
   ORDER BY identity_text.story;
DROP TABLE identity_text;
CREATE INDEX identity_by_hash ON identity (hash);
