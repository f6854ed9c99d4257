-- Verifications: one question about one person by one organisation, from request to answer.
CREATE TABLE verification (
  id                   text        PRIMARY KEY CHECK (id ~ '^ver_[0-9A-Za-z]{22}$'),
  organisation_id      text        NOT NULL REFERENCES organisation,
  api_key_id           text        NOT NULL REFERENCES api_key,
  mode                 text        NOT NULL CHECK (mode IN ('LIVE', 'TEST')),
  purpose_code         text        NOT NULL REFERENCES purpose,
  reference            text        CHECK (length(reference) BETWEEN 1 AND 64),
  nonce                text        CHECK (nonce ~ '^[A-Za-z0-9._~-]{8,128}$'),
  language             text        NOT NULL CHECK (language ~ '^[a-z]{2,3}$'),
  valid_for_seconds    integer     NOT NULL CHECK (valid_for_seconds >= 60),
  state                text        NOT NULL CHECK (state IN ('AWAITING_CODE', 'CONSENTED', 'COMPLETED',
                                     'NO_MATCH', 'DECLINED', 'CANCELLED', 'EXPIRED', 'LOCKED')),
  attempts_left        smallint    NOT NULL CHECK (attempts_left BETWEEN 0 AND 3),
  created_at           timestamptz NOT NULL,
  expires_at           timestamptz NOT NULL CHECK (expires_at > created_at),

  -- The person, as the organisation named them: what is sealed is erased when the verification ends.
  mobile_index         bytea       NOT NULL CHECK (octet_length(mobile_index) = 32),
  mobile_masked        text        NOT NULL,
  sealed_mobile        bytea,
  sealed_name          bytea,
  year_of_birth        smallint    CHECK (year_of_birth BETWEEN 1900 AND 2100),

  -- The answer, all of it or nothing.
  completed_at         timestamptz,
  status               smallint    CHECK (status BETWEEN 0 AND 2),
  rule                 text,
  as_of                timestamptz,
  statement            text,
  statement_expires_at timestamptz,
  receipt_id           text,
  subject_salt         bytea       CHECK (octet_length(subject_salt) = 32),

  CONSTRAINT verification_answer_is_whole CHECK (
    (state = 'COMPLETED') = (num_nonnulls(completed_at, status, rule, as_of, statement,
                                          statement_expires_at, receipt_id, subject_salt) = 8)
    AND (state = 'COMPLETED') = (num_nulls(completed_at, status, rule, as_of, statement,
                                           statement_expires_at, receipt_id, subject_salt) = 0)),
  CONSTRAINT verification_waiting_knows_whom CHECK (
    (state IN ('AWAITING_CODE', 'CONSENTED')) = (sealed_mobile IS NOT NULL AND sealed_name IS NOT NULL))
);

CREATE INDEX verification_newest_first ON verification (organisation_id, mode, created_at DESC, id DESC);
COMMENT ON INDEX verification_newest_first IS 'GET /api/v1/verifications: pages of one organisation and mode';

CREATE INDEX verification_reference ON verification (organisation_id, mode, reference, created_at DESC)
  WHERE reference IS NOT NULL;
COMMENT ON INDEX verification_reference IS 'GET /api/v1/verifications?reference=';

CREATE INDEX verification_waiting ON verification (expires_at) WHERE state IN ('AWAITING_CODE', 'CONSENTED');
COMMENT ON INDEX verification_waiting IS 'The timer that ends verifications whose time is over';
