-- API keys: the key itself is shown once and never kept.
CREATE TABLE api_key (
  id              text        PRIMARY KEY CHECK (id ~ '^key_[0-9A-Za-z]{22}$'),
  organisation_id text        NOT NULL REFERENCES organisation,
  mode            text        NOT NULL CHECK (mode IN ('LIVE', 'TEST')),
  name            text        NOT NULL CHECK (length(name) BETWEEN 1 AND 60),
  key_hash        bytea       NOT NULL CHECK (octet_length(key_hash) = 32),
  created_at      timestamptz NOT NULL,
  expires_at      timestamptz CHECK (expires_at > created_at),
  revoked_at      timestamptz
);
COMMENT ON COLUMN api_key.id IS 'key_ and the 22 characters of the key that name it';
COMMENT ON COLUMN api_key.key_hash IS 'HMAC kycvs/api-key/1 of the whole key';

CREATE INDEX api_key_organisation ON api_key (organisation_id);
COMMENT ON INDEX api_key_organisation IS 'The keys of one organisation, for its list of keys';
