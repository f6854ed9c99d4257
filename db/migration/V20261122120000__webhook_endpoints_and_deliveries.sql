-- Where organisations want to be told what happened, and what they were told.
CREATE TABLE webhook_endpoint (
  id                   text        PRIMARY KEY CHECK (id ~ '^whk_[0-9A-Za-z]{22}$'),
  organisation_id      text        NOT NULL REFERENCES organisation,
  mode                 text        NOT NULL CHECK (mode IN ('LIVE', 'TEST')),
  url                  text        NOT NULL CHECK (length(url) BETWEEN 1 AND 500),
  description          text        CHECK (length(description) BETWEEN 1 AND 200),
  types                text[]      NOT NULL CHECK (cardinality(types) BETWEEN 1 AND 20),
  state                text        NOT NULL CHECK (state IN ('ENABLED', 'DISABLED', 'DELETED')),
  disabled_reason      text,
  disabled_at          timestamptz,
  sealed_secret        bytea,
  sealed_former_secret bytea,
  former_secret_until  timestamptz,
  created_at           timestamptz NOT NULL,
  last_success_at      timestamptz,
  last_failure_at      timestamptz,
  failing_since        timestamptz,
  CHECK ((state = 'DISABLED') = (disabled_reason IS NOT NULL)),
  CHECK ((state = 'DISABLED') = (disabled_at IS NOT NULL)),
  CHECK ((state = 'DELETED') = (sealed_secret IS NULL)),
  CHECK ((sealed_former_secret IS NULL) = (former_secret_until IS NULL))
);
COMMENT ON COLUMN webhook_endpoint.state IS
  'Of a disabled one the deliveries wait. A deleted one''s are removed by a timer, then the row';
COMMENT ON COLUMN webhook_endpoint.sealed_secret IS
  'What its deliveries are signed with: seal kycvs/webhook-secret/1, bound to the id';
COMMENT ON COLUMN webhook_endpoint.sealed_former_secret IS
  'What they are signed with besides, until former_secret_until, after the secret was rolled';
COMMENT ON COLUMN webhook_endpoint.failing_since IS
  'The first failure after the last success; none: the last try succeeded, or there was none';

CREATE INDEX webhook_endpoint_organisation ON webhook_endpoint (organisation_id, mode);
COMMENT ON INDEX webhook_endpoint_organisation IS
  'Whom to tell what happened to a verification; an organisation''s list of its endpoints';

CREATE TABLE webhook_delivery (
  number          bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  id              text        NOT NULL UNIQUE CHECK (id ~ '^dlv_[0-9A-Za-z]{22}$'),
  endpoint_id     text        NOT NULL REFERENCES webhook_endpoint,
  event_id        text        NOT NULL CHECK (event_id ~ '^evt_[0-9A-Za-z]{22}$'),
  type            text        NOT NULL,
  verification_id text,
  body            text        NOT NULL,
  state           text        NOT NULL
    CHECK (state IN ('WAITING', 'SENDING', 'DELIVERED', 'GIVEN_UP')),
  due_at          timestamptz NOT NULL,
  tries           smallint    NOT NULL DEFAULT 0,
  attempts        integer     NOT NULL DEFAULT 0,
  created_at      timestamptz NOT NULL
);
COMMENT ON COLUMN webhook_delivery.number IS
  'The order: of one endpoint and verification, the next waits until the former has ended';
COMMENT ON COLUMN webhook_delivery.event_id IS
  'The webhook-id: the same in each try, in a redelivery, and at each endpoint';
COMMENT ON COLUMN webhook_delivery.body IS 'The bytes that are sent and signed, in UTF-8';
COMMENT ON COLUMN webhook_delivery.due_at IS
  'When it is sent; of one that is being sent, when it is taken to have died with its node';
COMMENT ON COLUMN webhook_delivery.tries IS
  'Since it was begun, redelivered, or its endpoint enabled: after so many failures it is given up';
COMMENT ON COLUMN webhook_delivery.attempts IS
  'Over all; the number of the attempt that runs, so that one which was given up for dead changes nothing';

CREATE INDEX webhook_delivery_due ON webhook_delivery (endpoint_id, due_at, number)
  WHERE state IN ('WAITING', 'SENDING');
COMMENT ON INDEX webhook_delivery_due IS 'The dispatcher: what is due at an endpoint, oldest first';

CREATE INDEX webhook_delivery_before ON webhook_delivery (endpoint_id, verification_id, number)
  WHERE state IN ('WAITING', 'SENDING');
COMMENT ON INDEX webhook_delivery_before IS
  'The dispatcher: whether an earlier one about the same verification has not ended';

CREATE INDEX webhook_delivery_list ON webhook_delivery (endpoint_id, number DESC);
COMMENT ON INDEX webhook_delivery_list IS 'An endpoint''s deliveries, newest first';

CREATE INDEX webhook_delivery_created ON webhook_delivery (created_at);
COMMENT ON INDEX webhook_delivery_created IS 'The timer that removes deliveries after 30 days';

CREATE TABLE webhook_attempt (
  delivery_number bigint      NOT NULL REFERENCES webhook_delivery ON DELETE CASCADE,
  attempt         integer     NOT NULL CHECK (attempt > 0),
  at              timestamptz NOT NULL,
  url             text        NOT NULL,
  request_headers text        NOT NULL,
  duration_millis integer     NOT NULL CHECK (duration_millis >= 0),
  status          smallint,
  answer_headers  text,
  answer_body     bytea       CHECK (octet_length(answer_body) <= 4096),
  error           text,
  PRIMARY KEY (delivery_number, attempt)
);
COMMENT ON TABLE webhook_attempt IS
  'How each try went. One that a node did not survive has no row: it may have arrived or not';
COMMENT ON COLUMN webhook_attempt.request_headers IS 'As sent, a line each';
COMMENT ON COLUMN webhook_attempt.answer_body IS 'Its first 4 KiB';
COMMENT ON COLUMN webhook_attempt.error IS 'Why it did not succeed, in words for the organisation';

INSERT INTO sealed_table (name, label, row_key, key_types, columns, bound_to, ends_after) VALUES
  ('webhook_endpoint', 'kycvs/webhook-secret/1', '{id}', '{text}',
   '{sealed_secret,sealed_former_secret}', '{id,id}', NULL);
