-- Messages to be sent: which template for what, never the text or the number.
CREATE TABLE sms_outbox (
  id              bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  template        text        NOT NULL,
  reference       text        NOT NULL,
  state           text        NOT NULL CHECK (state IN ('QUEUED', 'SENDING', 'SENT', 'DROPPED')),
  created_at      timestamptz NOT NULL,
  -- Not sent when it can no longer arrive in time.
  not_after       timestamptz NOT NULL,
  -- A message whose sender died while sending is taken up again at this time.
  due_at          timestamptz NOT NULL,
  attempts        smallint    NOT NULL DEFAULT 0,
  gateway         text
);

CREATE INDEX sms_outbox_due ON sms_outbox (due_at) WHERE state IN ('QUEUED', 'SENDING');
COMMENT ON INDEX sms_outbox_due IS 'The dispatcher: what is due, oldest first';

CREATE INDEX sms_outbox_reference ON sms_outbox (reference, id DESC);
COMMENT ON INDEX sms_outbox_reference IS 'The newest message of one verification: queued or sent';

-- The development gateway: what would have been sent, sealed.
CREATE TABLE development_inbox (
  id              bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  mobile_index    bytea       NOT NULL CHECK (octet_length(mobile_index) = 32),
  sealed_message  bytea       NOT NULL,
  reference       text        NOT NULL,
  sent_at         timestamptz NOT NULL
);

CREATE INDEX development_inbox_mobile ON development_inbox (mobile_index, id DESC);
COMMENT ON INDEX development_inbox_mobile IS 'GET /dev/sms?mobile=: newest first';
