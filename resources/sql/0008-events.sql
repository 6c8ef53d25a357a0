-- Dated events that readers put beside the stories: labels on the timeline.

CREATE TABLE event (
  number INTEGER PRIMARY KEY,               -- their order among those of one day
  date TEXT NOT NULL CHECK (date GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  label TEXT NOT NULL,
  source TEXT NOT NULL DEFAULT ''           -- where one can read of it
) STRICT;
