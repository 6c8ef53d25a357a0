-- Where a first large import was broken off, a setting said that words are missing. Now it says behind which story, for a
-- later import's words can be missing, too (app/store/BulkFullText.h).
UPDATE setting SET key = 'collection.full_text_ends', value = '0' WHERE key = 'collection.full_text_behind';
