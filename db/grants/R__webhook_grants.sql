-- What the application may do with the tables of this feature; nothing else. Whose an endpoint is,
-- in which mode, and what a delivery says never changes.
GRANT SELECT, INSERT, DELETE,
  UPDATE (url, description, types, state, disabled_reason, disabled_at, sealed_secret,
          sealed_former_secret, former_secret_until, last_success_at, last_failure_at,
          failing_since)
  ON webhook_endpoint TO ${applicationRole};
GRANT SELECT, INSERT, DELETE, UPDATE (state, due_at, tries, attempts)
  ON webhook_delivery TO ${applicationRole};
GRANT SELECT, INSERT, DELETE ON webhook_attempt TO ${applicationRole};
