-- How many codes an organisation may have sent to one mobile, where it is not as for all.
ALTER TABLE organisation
  ADD COLUMN sends_in_10_minutes integer CHECK (sends_in_10_minutes BETWEEN 1 AND 1000),
  ADD COLUMN sends_in_24_hours   integer CHECK (sends_in_24_hours BETWEEN 1 AND 1000);
COMMENT ON COLUMN organisation.sends_in_10_minutes IS 'To one mobile; null: as the settings say. The limit over all organisations holds all the same';
COMMENT ON COLUMN organisation.sends_in_24_hours IS 'To one mobile; null: as the settings say. The limit over all organisations holds all the same';
