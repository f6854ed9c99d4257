-- How many requests an organisation's keys may make, and how many messages it may have sent, where
-- it is not as for all.
ALTER TABLE organisation
  ADD COLUMN requests_per_minute integer CHECK (requests_per_minute BETWEEN 1 AND 1000000),
  ADD COLUMN request_burst       integer CHECK (request_burst BETWEEN 1 AND 1000000),
  ADD COLUMN daily_sms_quota     integer CHECK (daily_sms_quota BETWEEN 1 AND 10000000);
COMMENT ON COLUMN organisation.requests_per_minute IS 'Of each API key, on each node; null: as the settings say';
COMMENT ON COLUMN organisation.request_burst IS 'Of each API key at once, on each node; null: as the settings say';
COMMENT ON COLUMN organisation.daily_sms_quota IS 'Messages on one day of the country''s calendar; null: as the settings say';
