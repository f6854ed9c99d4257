-- Keys may be issued that manage webhooks. Those that there are do not get it: a key never widens.
ALTER TABLE api_key
  DROP CONSTRAINT api_key_scopes_check,
  ADD CONSTRAINT api_key_scopes_check CHECK (
    scopes <@ '{verifications:write,verifications:read,statements:read,webhooks:write,webhooks:read}'::text[]
    AND cardinality(scopes) BETWEEN 1 AND 5);
