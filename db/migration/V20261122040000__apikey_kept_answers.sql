-- What calls with an Idempotency-Key were answered, for whoever sends them again within 24 hours.
CREATE TABLE kept_answer (
  scope_hash    bytea       PRIMARY KEY CHECK (octet_length(scope_hash) = 32),
  body_hash     bytea       NOT NULL CHECK (octet_length(body_hash) = 32),
  sealed_answer bytea       NOT NULL,
  created_at    timestamptz NOT NULL
);
COMMENT ON TABLE kept_answer IS
  'A row is written in the transaction of its call; from created_at + 24 hours on it counts for nothing, and a timer removes it';
COMMENT ON COLUMN kept_answer.scope_hash IS
  'HMAC kycvs/idempotency/1 of organisation, mode, method, path and key; its first 8 bytes are the number of the advisory lock';
COMMENT ON COLUMN kept_answer.body_hash IS
  'HMAC kycvs/idempotency-body/1 of scope_hash and SHA-256 of the body, so that equal bodies of two calls do not look equal';
COMMENT ON COLUMN kept_answer.sealed_answer IS 'Sealed kycvs/idempotency-answer/1, bound to scope_hash';

CREATE INDEX kept_answer_created ON kept_answer (created_at);
COMMENT ON INDEX kept_answer_created IS 'The timer that removes answers after 24 hours';
