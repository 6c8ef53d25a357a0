-- Voices that several coders set, as themes: `story.hand_voice` is what is in force.

-- Who set it, and when; a voice without a row, or without a moment, was set before this was kept.
CREATE TABLE voice_coding (
  story INTEGER PRIMARY KEY REFERENCES story (id) ON DELETE CASCADE,
  coder TEXT NOT NULL,
  made_at INTEGER,
  settled INTEGER NOT NULL -- 1: what coders agreed upon who had set it differently
) STRICT;

-- What each coder said by himself, for measuring how far coders agree.
CREATE TABLE coder_voice (
  story INTEGER NOT NULL REFERENCES story (id) ON DELETE CASCADE,
  coder TEXT NOT NULL,
  voice INTEGER NOT NULL,
  made_at INTEGER,
  PRIMARY KEY (story, coder)
) STRICT, WITHOUT ROWID;
