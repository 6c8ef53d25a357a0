-- Codings by hand that came with an import, so that they can be taken back with it. Null: somebody coded here.

ALTER TABLE coding ADD COLUMN run INTEGER REFERENCES import_run (id) ON DELETE SET NULL;
CREATE INDEX coding_by_run ON coding (run);
