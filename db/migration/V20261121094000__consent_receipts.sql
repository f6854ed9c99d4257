-- What people said yes to, and the signed records that both sides keep.
CREATE TABLE consent (
  verification_id text        PRIMARY KEY REFERENCES verification,
  organisation_id text        NOT NULL REFERENCES organisation,
  purpose_code    text        NOT NULL REFERENCES purpose,
  mode            text        NOT NULL CHECK (mode IN ('LIVE', 'TEST')),
  state           text        NOT NULL CHECK (state IN ('GIVEN', 'WITHDRAWN')),
  given_at        timestamptz NOT NULL,
  withdrawn_at    timestamptz,
  CONSTRAINT consent_withdrawn_has_a_time CHECK ((state = 'WITHDRAWN') = (withdrawn_at IS NOT NULL))
);

CREATE TABLE consent_receipt (
  id              text        PRIMARY KEY CHECK (id ~ '^rcp_[0-9A-Za-z]{22}$'),
  verification_id text        NOT NULL REFERENCES consent,
  receipt         text        NOT NULL,
  created_at      timestamptz NOT NULL
);
COMMENT ON COLUMN consent_receipt.receipt IS 'Compact JWS, typ kycvs-receipt+jwt; never changed';

CREATE INDEX consent_receipt_verification ON consent_receipt (verification_id, created_at);
COMMENT ON INDEX consent_receipt_verification IS 'The receipts of one consent, oldest first';
