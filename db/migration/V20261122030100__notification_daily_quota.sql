-- How many messages each organisation had put into the outbox on a day. All calls of an organisation
-- change one row: half of each page is left free, so that the changed row stays on it and the index
-- is not touched.
CREATE TABLE sms_quota (
  organisation_id text    NOT NULL REFERENCES organisation,
  day             date    NOT NULL,
  sent            integer NOT NULL CHECK (sent > 0),
  PRIMARY KEY (organisation_id, day)
) WITH (fillfactor = 50);
COMMENT ON TABLE sms_quota IS 'Live mode only. Rows older than seven days are removed by a timer, which reads the whole table: there are few rows';
COMMENT ON COLUMN sms_quota.day IS 'Of the country''s calendar';
