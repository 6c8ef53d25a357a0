-- What nearly every story has once stands in its own rows. Lists of strings in story_text are words now, with a space
-- between them, where they can be (app/store/StoryTexts.h).

-- The first record that brought the story: run.. are null where it was taken back, or stands in provenance, as it
-- did before this step. The run is told once, and with it the source and the time, to which first_minutes are added.
ALTER TABLE story ADD COLUMN first_run INTEGER;
ALTER TABLE story ADD COLUMN first_record INTEGER;
ALTER TABLE story ADD COLUMN first_minutes INTEGER;

-- Of every story, all records that brought it.
CREATE VIEW whole_provenance (story, source, record, run, imported_at) AS
  SELECT story.id, import_run.source, first_record, first_run, import_run.started_at + 60000 * first_minutes
  FROM story CROSS JOIN import_run ON import_run.id = story.first_run
  UNION ALL
  SELECT story, source, record, run, imported_at FROM provenance;

-- Addresses as they were (app/store/StoryTexts.h): story_text.permalink lacks what permalink_cut says.
CREATE VIEW story_permalink (story, permalink) AS
  SELECT story, CASE permalink_cut WHEN 0 THEN permalink
    WHEN 6 THEN 'https://twitter.com/' || permalink || '/status/' || story_text.native_id
    WHEN 7 THEN 'https://x.com/' || permalink || '/status/' || story_text.native_id
    WHEN 8 THEN 'https://www.facebook.com/' || permalink || '/posts/' || story_text.native_id
    WHEN 9 THEN 'https://bsky.app/profile/' || permalink || '/post/' || story_text.native_id
    WHEN 10 THEN 'https://mastodon.social/@' || permalink || '/' || story_text.native_id
    WHEN 2 THEN 'https://' || permalink || '/status/' || story_text.native_id
    WHEN 3 THEN 'https://' || permalink || '/posts/' || story_text.native_id
    WHEN 4 THEN 'https://' || permalink || '/post/' || story_text.native_id
    WHEN 5 THEN 'https://' || permalink || '/' || story_text.native_id
    WHEN 1 THEN '' || permalink || '' || story_text.native_id END
  FROM story_text;

-- Behind which story keys are missing; '1' said that all are.
UPDATE setting SET value = '0' WHERE key = 'collection.deferred_work';

-- Where an author is known by the handle, key says it: handle_key is for those who are known by their id.
DROP INDEX author_by_handle;
UPDATE author SET handle_key = NULL WHERE handle_key = key;
CREATE INDEX author_by_handle ON author (handle_key) WHERE handle_key IS NOT NULL;
