-- How the user said that a delimited file is written (encoding, separator, quotation marks), so that the records which
-- its import set aside can be read again in the same way; empty: it was found from the file. See source/MappingMemory.h.
ALTER TABLE import_run ADD COLUMN table_form TEXT NOT NULL DEFAULT '';
