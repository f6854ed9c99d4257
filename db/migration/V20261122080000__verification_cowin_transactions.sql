-- What clients of the CoWIN-compatible API know a verification by: a UUID, as they did in 2021.
CREATE TABLE cowin_transaction (
  id              uuid        PRIMARY KEY,
  verification_id text        NOT NULL REFERENCES verification,
  organisation_id text        NOT NULL REFERENCES organisation,
  created_at      timestamptz NOT NULL
);
COMMENT ON TABLE cowin_transaction IS
  'A row is written in the transaction that asks, and never changed';
COMMENT ON COLUMN cowin_transaction.id IS 'txnId: random, UUID version 4';
COMMENT ON COLUMN cowin_transaction.organisation_id IS
  'Whose it is: another organisation that has the id finds nothing';

CREATE UNIQUE INDEX cowin_transaction_verification ON cowin_transaction (verification_id);
COMMENT ON INDEX cowin_transaction_verification IS
  'A verification has one at most; also for erasing verifications by age';
