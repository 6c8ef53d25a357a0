-- What costs money is fetched by schedule only within what the user allows a month.
ALTER TABLE subscription ADD COLUMN month_budget INTEGER NOT NULL DEFAULT 0; -- posts
ALTER TABLE subscription ADD COLUMN paid_month TEXT NOT NULL DEFAULT '';     -- '2026-11': the last one with posts paid for
ALTER TABLE subscription ADD COLUMN paid_posts INTEGER NOT NULL DEFAULT 0;   -- in that month
