-- How many codes were sent for an organisation and how many redeemed, a minute a row, the API and the
-- hosted page apart; and where so few are redeemed that somebody else's money is being sent.
CREATE TABLE sms_conversion (
  organisation_id text        NOT NULL REFERENCES organisation,
  channel         text        NOT NULL CHECK (channel IN ('API', 'PAGE')),
  minute          timestamptz NOT NULL,
  sent            integer     NOT NULL CHECK (sent >= 0),
  redeemed        integer     NOT NULL CHECK (redeemed >= 0),
  PRIMARY KEY (organisation_id, channel, minute)
);
CREATE INDEX sms_conversion_minute ON sms_conversion (minute);
COMMENT ON INDEX sms_conversion_minute IS 'The timer: the last hour of all organisations; what is a day old';

CREATE TABLE sms_stop (
  organisation_id text        NOT NULL REFERENCES organisation,
  channel         text        NOT NULL CHECK (channel IN ('API', 'PAGE')),
  since           timestamptz NOT NULL,
  until           timestamptz NOT NULL CHECK (until >= since),
  sent            integer     NOT NULL,
  redeemed        integer     NOT NULL,
  PRIMARY KEY (organisation_id, channel)
);
COMMENT ON TABLE sms_stop IS 'The newest stop of each; what was counted before it ended is not counted again';
COMMENT ON COLUMN sms_stop.until IS 'Exclusive; an operator may bring it forward';
