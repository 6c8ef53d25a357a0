-- What was learned from codings by hand: kept so that what it coded can be explained, and made again.
CREATE TABLE model (
  version INTEGER PRIMARY KEY AUTOINCREMENT,
  made_at INTEGER NOT NULL,
  codebook_version INTEGER NOT NULL, -- of the rules whose hits it reads
  bytes BLOB NOT NULL                -- zstd over what app/theme/ThemeModel.h writes
) STRICT;

-- The themes that a model codes instead of their rules. coding.version of its codings is the model's.
CREATE TABLE theme_model (
  theme INTEGER PRIMARY KEY REFERENCES theme (number),
  model INTEGER NOT NULL REFERENCES model (version)
) STRICT;

-- What each coder said by himself, for measuring how far coders agree. What is in force is in coding.
CREATE TABLE coder_coding (
  story INTEGER NOT NULL REFERENCES story (id) ON DELETE CASCADE,
  theme INTEGER NOT NULL REFERENCES theme (number),
  coder TEXT NOT NULL,
  present INTEGER NOT NULL,
  made_at INTEGER NOT NULL,
  PRIMARY KEY (story, theme, coder)
) STRICT, WITHOUT ROWID;
CREATE INDEX coder_coding_by_theme ON coder_coding (theme);

-- As before, but the rule of a theme that a model codes says nothing.
DROP VIEW story_themes;
CREATE VIEW story_themes AS
  SELECT story.id AS story, theme.id AS theme, 'rule' AS coded_by
    FROM story JOIN theme ON (story.rule_themes >> theme.number) & 1
   WHERE NOT EXISTS (SELECT 1 FROM theme_model WHERE theme_model.theme = theme.number)
     AND NOT EXISTS (SELECT 1 FROM coding
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
