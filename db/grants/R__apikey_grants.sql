-- What the application may do with the tables of this feature; nothing else. A key's hash, holder
-- and mode stay as they were issued; a trigger lets its limits only become narrower.
GRANT SELECT, INSERT,
  UPDATE (scopes, addresses, expires_at, replaced_by, revoked_at, revoked_by, sealed_reason,
          last_used_at, last_used_from)
  ON api_key TO ${applicationRole};
GRANT SELECT, INSERT, UPDATE, DELETE ON kept_answer TO ${applicationRole};
