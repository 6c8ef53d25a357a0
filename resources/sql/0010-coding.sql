-- Voices that are learned, and what several coders agreed upon.

ALTER TABLE story ADD COLUMN model_voice INTEGER;       -- what a model says; null: none of the voices that it codes
ALTER TABLE story ADD COLUMN model_voice_confidence REAL;

-- The voices that a model codes; where it says none of them, the rules' voice holds unless it is one of them.
CREATE TABLE voice_model (
  voice INTEGER PRIMARY KEY,
  model INTEGER NOT NULL REFERENCES model (version)
) STRICT;

-- 1: what coders agreed upon who had coded the story differently; their answers stay in coder_coding.
ALTER TABLE coding ADD COLUMN settled INTEGER NOT NULL DEFAULT 0;

-- As before, but with the voices that models code.
DROP VIEW stories;
CREATE VIEW stories AS
  SELECT story.id AS story,
         strftime('%Y-%m-%dT%H:%M:%fZ', story.posted_at / 1000.0, 'unixepoch') AS posted_at,
         story.posted_at AS posted_at_ms,
         CASE story.platform WHEN 1 THEN 'twitter' WHEN 2 THEN 'facebook' WHEN 3 THEN 'instagram'
              WHEN 4 THEN 'mastodon' WHEN 5 THEN 'bluesky' WHEN 6 THEN 'reddit' WHEN 7 THEN 'tumblr'
              WHEN 8 THEN 'blog' ELSE 'other' END AS platform,
         CASE story.language WHEN '' THEN 'unknown' ELSE story.language END AS language,
         story.language_detected AS language_detected,
         CASE coalesce(story.hand_voice, story.model_voice,
                       iif(story.rule_voice IN (SELECT voice FROM voice_model), 0, story.rule_voice))
              WHEN 1 THEN 'testimony' WHEN 2 THEN 'solidarity'
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
