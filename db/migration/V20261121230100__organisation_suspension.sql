-- Who suspended an organisation, when and why.
ALTER TABLE organisation
  ADD COLUMN suspended_at  timestamptz,
  ADD COLUMN suspended_by  text,
  ADD COLUMN sealed_reason bytea,
  ADD CHECK (num_nulls(suspended_at, suspended_by, sealed_reason) IN (0, 3)),
  ADD CHECK (state = 'SUSPENDED' OR suspended_at IS NULL);

COMMENT ON COLUMN organisation.suspended_by IS 'Who did it, as the audit log names them';
COMMENT ON COLUMN organisation.sealed_reason IS
  'Why: seal kycvs/organisation-note/1, bound to the id';
