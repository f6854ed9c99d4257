-- Budgets of codes over all verifications: what was sent to a mobile, and which wrong codes were
-- compared, for whom and when. One row a mobile, so that its lock is the lock of all its budgets.
CREATE TYPE code_event AS (
  at              timestamptz,
  organisation_id text
);

CREATE TABLE code_budget (
  mobile_index bytea        PRIMARY KEY CHECK (octet_length(mobile_index) = 32),
  sends        code_event[] NOT NULL DEFAULT '{}',
  wrong_codes  code_event[] NOT NULL DEFAULT '{}',
  newest_at    timestamptz  NOT NULL
);
COMMENT ON TABLE code_budget IS
  'Live mode only. Events older than any window are dropped when the next is added, rows by a timer';
COMMENT ON COLUMN code_budget.mobile_index IS 'HMAC kycvs/mobile/1';
COMMENT ON COLUMN code_budget.newest_at IS 'Of the newest event of either kind; a row whose newest is too old counts for nothing';

CREATE INDEX code_budget_newest ON code_budget (newest_at);
COMMENT ON INDEX code_budget_newest IS 'The timer that removes rows that no window needs any more';
