-- Consent and receipt are written together when the call commits, in whatever order.
ALTER TABLE consent_receipt
  ALTER CONSTRAINT consent_receipt_verification_id_fkey DEFERRABLE INITIALLY DEFERRED;
