-- The code that a person was sent for one verification: what compares it and what sends it.
CREATE TABLE otp_challenge (
  verification_id text        PRIMARY KEY REFERENCES verification,
  state           text        NOT NULL CHECK (state IN ('WAITING', 'REDEEMED', 'LOCKED', 'ENDED')),
  code_hash       bytea       CHECK (octet_length(code_hash) = 32),
  sealed_code     bytea,
  code_expires_at timestamptz NOT NULL,
  tries_left      smallint    NOT NULL CHECK (tries_left >= 0),
  sends_left      smallint    NOT NULL CHECK (sends_left >= 0),
  resend_after    timestamptz NOT NULL,

  CONSTRAINT otp_challenge_code_is_erased CHECK (
    (state IN ('WAITING', 'REDEEMED')) = (code_hash IS NOT NULL) AND (state = 'WAITING' OR sealed_code IS NULL))
);
COMMENT ON COLUMN otp_challenge.code_hash IS
  'HMAC kycvs/code/1 of verification, organisation, purpose and the SHA-256 of the digits; erased when the verification ends';
COMMENT ON COLUMN otp_challenge.sealed_code IS 'The code, sealed, to be sent; erased at the first right code';
