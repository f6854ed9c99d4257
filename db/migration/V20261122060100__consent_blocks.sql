-- Whom people want to hear nothing from: one organisation, or, while it is a pause, nobody.
CREATE TABLE contact_block (
  mobile_index    bytea       NOT NULL CHECK (octet_length(mobile_index) = 32),
  organisation_id text        REFERENCES organisation,
  since           timestamptz NOT NULL,
  until           timestamptz CHECK (until > since),
  UNIQUE NULLS NOT DISTINCT (mobile_index, organisation_id)
);
COMMENT ON TABLE contact_block IS 'Read when a message is about to leave, never when an organisation asks';
COMMENT ON COLUMN contact_block.mobile_index IS 'HMAC kycvs/mobile/1';
COMMENT ON COLUMN contact_block.organisation_id IS 'Null: all organisations, a pause';
COMMENT ON COLUMN contact_block.until IS 'When it ends by itself, exclusive; null: when the person ends it';

-- A message that its receiver does not want. It counts as on its way for as long as one that is sent.
ALTER TABLE sms_outbox DROP CONSTRAINT sms_outbox_state_check;
ALTER TABLE sms_outbox ADD CONSTRAINT sms_outbox_state_check
  CHECK (state IN ('QUEUED', 'SENDING', 'SENT', 'SUPPRESSED', 'DROPPED'));
