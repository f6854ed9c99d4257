-- What a key may do and from where, when it was last used, and by which key it is replaced.
ALTER TABLE api_key
  ADD COLUMN scopes         text[] NOT NULL
    DEFAULT '{verifications:write,verifications:read,statements:read}'
    CHECK (scopes <@ '{verifications:write,verifications:read,statements:read}'::text[]
           AND cardinality(scopes) BETWEEN 1 AND 3),
  ADD COLUMN addresses      cidr[] NOT NULL DEFAULT '{}' CHECK (cardinality(addresses) <= 20),
  ADD COLUMN created_by     text   NOT NULL DEFAULT 'system:demonstration' CHECK (created_by <> ''),
  ADD COLUMN replaced_by    text   REFERENCES api_key CHECK (replaced_by <> id),
  ADD COLUMN revoked_by     text,
  ADD COLUMN sealed_reason  bytea,
  ADD COLUMN last_used_at   timestamptz CHECK (extract(epoch FROM last_used_at) % 60 = 0),
  ADD COLUMN last_used_from cidr CHECK (masklen(last_used_from) = CASE family(last_used_from)
                                                                    WHEN 4 THEN 24 ELSE 48 END),
  ADD CHECK (num_nulls(last_used_at, last_used_from) IN (0, 2)),
  ADD CHECK (num_nulls(revoked_by, sealed_reason) IN (0, 2)),
  ADD CHECK (revoked_at IS NOT NULL OR revoked_by IS NULL),
  -- A key that is rolled without overlap may end at the instant at which it was made.
  DROP CONSTRAINT api_key_check,
  ADD CONSTRAINT api_key_expiry CHECK (expires_at >= created_at);

-- The defaults were for the keys that there were: whoever issues one says what it may do.
ALTER TABLE api_key
  ALTER COLUMN scopes DROP DEFAULT,
  ALTER COLUMN addresses DROP DEFAULT,
  ALTER COLUMN created_by DROP DEFAULT;

COMMENT ON COLUMN api_key.scopes IS 'What the key may do; each call needs one of them';
COMMENT ON COLUMN api_key.addresses IS 'From where it may be used; empty: from anywhere';
COMMENT ON COLUMN api_key.expires_at IS 'From this instant on it is refused; none: it does not end';
COMMENT ON COLUMN api_key.created_by IS 'Who issued it, as the audit log names them';
COMMENT ON COLUMN api_key.replaced_by IS
  'The key that it was rolled into; it lives on until expires_at, for the overlap';
COMMENT ON COLUMN api_key.revoked_by IS 'Who revoked it, as the audit log names them';
COMMENT ON COLUMN api_key.sealed_reason IS
  'Why it was revoked: seal kycvs/api-key-note/1, bound to the id';
COMMENT ON COLUMN api_key.last_used_at IS
  'The minute of the last call; written within half a minute, lost if the node dies meanwhile';
COMMENT ON COLUMN api_key.last_used_from IS
  'The network of that call, /24 or /48: enough to notice a stranger, too little to find a person';

CREATE UNIQUE INDEX api_key_replaced_by ON api_key (replaced_by);
COMMENT ON INDEX api_key_replaced_by IS 'A key replaces one other at most';

CREATE FUNCTION api_key_only_narrows() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT NEW.scopes <@ OLD.scopes
     OR OLD.expires_at < coalesce(NEW.expires_at, 'infinity')
     OR OLD.revoked_at IS DISTINCT FROM NEW.revoked_at AND OLD.revoked_at IS NOT NULL
     OR OLD.replaced_by IS DISTINCT FROM NEW.replaced_by AND OLD.replaced_by IS NOT NULL
     OR OLD.addresses <> '{}' AND (NEW.addresses = '{}' OR EXISTS (
          SELECT FROM unnest(NEW.addresses) wanted WHERE NOT EXISTS (
            SELECT FROM unnest(OLD.addresses) had WHERE wanted <<= had)))
  THEN
    RAISE EXCEPTION 'An API key only becomes narrower' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $$;
COMMENT ON FUNCTION api_key_only_narrows() IS
  'Whoever takes over the application cannot give a known key more than it had, or its life back';

CREATE TRIGGER api_key_only_narrows
  BEFORE UPDATE OF scopes, addresses, expires_at, revoked_at, replaced_by ON api_key
  FOR EACH ROW EXECUTE FUNCTION api_key_only_narrows();
