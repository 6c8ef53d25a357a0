-- Stories whose account was protected, suspended or deactivated: out of sight and out of every count, for it may come
-- back; after seven days they are taken back for good (app/store/HiddenStories.h).
CREATE TABLE hidden_story (
  story INTEGER PRIMARY KEY REFERENCES story (id) ON DELETE CASCADE,
  reason TEXT NOT NULL,
  hidden_at INTEGER NOT NULL,
  run INTEGER REFERENCES import_run (id)  -- the import that said so; null: its source was removed
) STRICT;
CREATE INDEX hidden_story_by_run ON hidden_story (run);

DROP VIEW stories;
DROP VIEW story_themes;

-- One row for each theme in force on a story: what a person said wins over rule and model.
CREATE VIEW story_themes AS
  SELECT story.id AS story, theme.id AS theme, 'rule' AS coded_by
    FROM story JOIN theme ON (story.rule_themes >> theme.number) & 1
   WHERE NOT EXISTS (SELECT 1 FROM coding
                      WHERE coding.story = story.id AND coding.theme = theme.number)
     AND NOT EXISTS (SELECT 1 FROM hidden_story WHERE hidden_story.story = story.id)
  UNION ALL
  SELECT coding.story, theme.id, CASE coding.coded_by WHEN 2 THEN 'hand' ELSE 'model' END
    FROM coding JOIN theme ON theme.number = coding.theme
   WHERE coding.present
     AND NOT EXISTS (SELECT 1 FROM hidden_story WHERE hidden_story.story = coding.story)
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
    LEFT JOIN note ON note.story = story.id
   WHERE NOT EXISTS (SELECT 1 FROM hidden_story WHERE hidden_story.story = story.id);
