-- Which text a person was sent, as receipts name it. The default is what was sent until now.
ALTER TABLE verification
  ADD COLUMN wording        text NOT NULL DEFAULT 'verification-code.1.en'
    CHECK (wording ~ '^[a-z-]+[.][1-9][0-9]*[.][a-z]{2,3}$'),
  ADD COLUMN wording_sha256 text NOT NULL DEFAULT 'W1lQ2_9bZnK5C5PnUkcYB_7gB8nRlsbKD9qj1k0Ig0o'
    CHECK (wording_sha256 ~ '^[A-Za-z0-9_-]{43}$');
COMMENT ON COLUMN verification.wording IS 'Template, version and language of the message with the code';
COMMENT ON COLUMN verification.wording_sha256 IS
  'Of the text: a node that does not know the text yet can still write the receipt';

-- A completed verification knows the mobile until its second message has left, a day at most.
ALTER TABLE verification DROP CONSTRAINT verification_waiting_knows_whom;
ALTER TABLE verification ADD CONSTRAINT verification_waiting_knows_whom CHECK (
  CASE WHEN state IN ('AWAITING_CODE', 'CONSENTED')
       THEN sealed_mobile IS NOT NULL AND sealed_name IS NOT NULL
       ELSE sealed_name IS NULL AND (sealed_mobile IS NULL OR state = 'COMPLETED' AND mode = 'LIVE')
  END);
UPDATE sealed_table SET ends_after = '25 hours' WHERE name = 'verification';

CREATE INDEX verification_to_be_told ON verification (completed_at)
  WHERE state = 'COMPLETED' AND sealed_mobile IS NOT NULL;
COMMENT ON INDEX verification_to_be_told IS
  'The timer that erases the mobile of those whose second message did not leave in a day';

-- The links of the second message: to the receipt, and to "not me".
CREATE TABLE person_link (
  verification_id text        PRIMARY KEY REFERENCES verification,
  token_hash      bytea       NOT NULL CHECK (octet_length(token_hash) = 32),
  expires_at      timestamptz NOT NULL
);
COMMENT ON TABLE person_link IS 'A row is written when the message is made, and never changed';
COMMENT ON COLUMN person_link.token_hash IS
  'HMAC kycvs/person-link/1 of the token, which is derived from the master key and kept nowhere';

CREATE UNIQUE INDEX person_link_token ON person_link (token_hash);
COMMENT ON INDEX person_link_token IS 'The pages behind the links: which verification a token is of';
