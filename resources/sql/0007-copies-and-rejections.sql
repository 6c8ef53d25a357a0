-- Near-copies (app/text/WordRuns.h): six numbers of 32 bits, little endian, by which a story's text finds its copies.
-- Texts too short to be copied have none.
CREATE TABLE text_sketch (
  story INTEGER PRIMARY KEY REFERENCES story (id) ON DELETE CASCADE,
  numbers BLOB NOT NULL
) STRICT;

-- Stories with copies and the number of their group. Which one is the original is not kept: the earliest in sight is.
CREATE TABLE near_copy (
  story INTEGER PRIMARY KEY REFERENCES story (id) ON DELETE CASCADE,
  copy_group INTEGER NOT NULL
) STRICT;
CREATE INDEX near_copy_by_group ON near_copy (copy_group, story);

-- Stories that nobody has compared with the others yet (app/store/CopyGrouping.h); all that were there before.
CREATE TABLE ungrouped_story (
  story INTEGER PRIMARY KEY REFERENCES story (id) ON DELETE CASCADE
) STRICT;
INSERT INTO ungrouped_story SELECT id FROM story;

-- What has to stand before a record that was set aside for it to be read by itself: the line of a table's names.
ALTER TABLE import_run ADD COLUMN preamble BLOB NOT NULL DEFAULT x'';
