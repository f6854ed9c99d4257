-- The audit log: what happened, in the transaction in which it happened. Nobody changes a row;
-- the application may only insert and read (see grants).
CREATE TABLE audit_entry (
  id             text        PRIMARY KEY CHECK (id ~ '^aud_[0-9A-Za-z]{22}$'),
  at             timestamptz NOT NULL,
  act            text        NOT NULL CHECK (act ~ '^[a-z]+(-[a-z]+)*$'),
  subject        text        NOT NULL CHECK (length(subject) BETWEEN 1 AND 64),
  leaf           bytea       NOT NULL,
  leaf_hash      bytea       NOT NULL CHECK (octet_length(leaf_hash) = 32),
  -- Lets a sealer see which entries can no longer be joined by an earlier, still open transaction.
  transaction_id xid8        NOT NULL DEFAULT pg_current_xact_id()
);
COMMENT ON COLUMN audit_entry.leaf IS 'JCS (RFC 8785) form of the entry, the bytes that are hashed';
COMMENT ON COLUMN audit_entry.leaf_hash IS 'SHA-256 over 0x00 and the leaf (RFC 6962, section 2.1)';

CREATE INDEX audit_entry_subject ON audit_entry (subject, at);
COMMENT ON INDEX audit_entry_subject IS 'What happened to one verification, key or organisation, in order';
