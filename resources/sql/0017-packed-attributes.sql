-- A story's attributes in one row: a row and an index entry for each of a dozen columns took most of the import of files
-- that bring as many. app/store/PackedAttributes.h tells what is written into it.
DELETE FROM attribute WHERE story NOT IN (SELECT id FROM story); -- a damaged file may hold such

CREATE TABLE packed_attributes (
  story INTEGER PRIMARY KEY REFERENCES story (id) ON DELETE CASCADE,
  json TEXT NOT NULL                        -- {"1":"health","4":"12"}: number in attribute_name, value
) STRICT;

INSERT INTO packed_attributes
  SELECT story, json_group_object(name, value)
    FROM attribute NOT INDEXED                -- by story and name, so that nothing has to be sorted
   GROUP BY story;

-- Values that stories have of an attribute, 51 of them at most (mostAttributeValues in app/store/AttributeTable.h), one more
-- than a facet may show. Some may have no story any more until stories are taken out, when all are counted anew.
CREATE TABLE attribute_value (
  name INTEGER NOT NULL REFERENCES attribute_name (id),
  value TEXT NOT NULL,
  PRIMARY KEY (name, value)
) STRICT, WITHOUT ROWID;

-- Leaps from one value to the next by the index.
WITH RECURSIVE leap (name, value, place) AS (
  SELECT id, (SELECT min(value) FROM attribute WHERE attribute.name = attribute_name.id), 1 FROM attribute_name
  UNION ALL
  SELECT name, (SELECT min(value) FROM attribute WHERE attribute.name = leap.name AND attribute.value > leap.value),
         place + 1
    FROM leap WHERE value IS NOT NULL AND place < 51)
INSERT INTO attribute_value SELECT name, value FROM leap WHERE value IS NOT NULL;

DROP TABLE attribute;

-- One row for each attribute of a story, but for those that look as if about people and were not ticked.
CREATE VIEW story_attributes AS
  SELECT packed_attributes.story AS story, attribute_name.name AS attribute, pair.value AS value
    FROM packed_attributes, json_each(packed_attributes.json) AS pair
    JOIN attribute_name ON attribute_name.id = CAST(pair.key AS INTEGER)
   WHERE (NOT attribute_name.personal OR attribute_name.ticked)
     AND NOT EXISTS (SELECT 1 FROM hidden_story WHERE hidden_story.story = packed_attributes.story);
