-- In which line of its file a record that was set aside begins; 0: not known, as of those that were set aside before.
-- `record` grows from one record to the next, and is the line only where each line is one record.
ALTER TABLE rejected_record ADD COLUMN line INTEGER NOT NULL DEFAULT 0;
