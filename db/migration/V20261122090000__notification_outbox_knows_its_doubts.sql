-- The outbox tells apart what was taken and not begun, which anybody may take again, and what is
-- being handed over, which nobody may: if its sender dies, it is in doubt. Before, both were SENDING,
-- and taken again; what is so today becomes QUEUED.
ALTER TABLE sms_outbox DROP CONSTRAINT sms_outbox_state_check;
UPDATE sms_outbox SET state = 'QUEUED' WHERE state = 'SENDING';
ALTER TABLE sms_outbox ADD CONSTRAINT sms_outbox_state_check
  CHECK (state IN ('QUEUED', 'SENDING', 'SENT', 'DELIVERED', 'UNDELIVERED', 'IN_DOUBT', 'SUPPRESSED',
                   'DROPPED', 'SET_ASIDE'));

ALTER TABLE sms_outbox
  ADD urgency      smallint NOT NULL DEFAULT 0 CHECK (urgency BETWEEN 0 AND 9),
  ADD taken_by     text,
  ADD submitted_at timestamptz,
  ADD message_id   text CHECK (length(message_id) BETWEEN 1 AND 80),
  ADD reported_at  timestamptz,
  ADD reason       text CHECK (length(reason) <= 200),
  ADD doubted      boolean  NOT NULL DEFAULT false;
ALTER TABLE sms_outbox ALTER COLUMN urgency DROP DEFAULT;
COMMENT ON COLUMN sms_outbox.urgency IS 'The smallest leaves first';
COMMENT ON COLUMN sms_outbox.taken_by IS 'The node that took it; another may once due_at has come';
COMMENT ON COLUMN sms_outbox.attempts IS 'How often it was begun to be handed to a gateway';
COMMENT ON COLUMN sms_outbox.gateway IS 'The gateway that it was last handed to';
COMMENT ON COLUMN sms_outbox.message_id IS 'The gateway''s name for it, to which its reports refer';
COMMENT ON COLUMN sms_outbox.reason IS 'Why it did not leave, or did not arrive, as the gateway said';
COMMENT ON COLUMN sms_outbox.doubted IS
  'A gateway may have taken it without our knowing; of a suppressed one: it is to seem so';
COMMENT ON COLUMN sms_outbox.due_at IS
  'QUEUED: when it may be taken. SENDING: when its sender counts as dead. SUPPRESSED: until when it seems to be on its way';

DROP INDEX sms_outbox_due;
CREATE INDEX sms_outbox_due ON sms_outbox (urgency, due_at) WHERE state = 'QUEUED';
COMMENT ON INDEX sms_outbox_due IS 'The dispatcher: what is due, the most urgent first, then the oldest';

CREATE INDEX sms_outbox_unsettled ON sms_outbox (gateway, due_at) WHERE state IN ('SENDING', 'IN_DOUBT');
COMMENT ON INDEX sms_outbox_unsettled IS 'Whose sender died; what a report may settle';

CREATE INDEX sms_outbox_message ON sms_outbox (gateway, message_id) WHERE message_id IS NOT NULL;
COMMENT ON INDEX sms_outbox_message IS 'Which message a delivery report is about';

CREATE INDEX sms_outbox_set_aside ON sms_outbox (id) WHERE state = 'SET_ASIDE';
COMMENT ON INDEX sms_outbox_set_aside IS 'kycvs sms status: what no gateway would take';

-- Reports that came before the gateway's answer did.
CREATE TABLE sms_early_report (
  gateway     text        NOT NULL,
  message_id  text        NOT NULL CHECK (length(message_id) BETWEEN 1 AND 80),
  state       text        NOT NULL CHECK (state IN ('DELIVERED', 'UNDELIVERED')),
  reason      text        CHECK (length(reason) <= 200),
  received_at timestamptz NOT NULL,
  PRIMARY KEY (gateway, message_id)
);
COMMENT ON TABLE sms_early_report IS
  'Taken away when the answer comes; what is left after a day was about no message of ours';

-- How each node finds its gateways, for operators; no decision is made by it.
CREATE TABLE sms_gateway_standing (
  node     text        NOT NULL,
  gateway  text        NOT NULL,
  kind     text        NOT NULL,
  state    text        NOT NULL CHECK (state IN ('WORKING', 'PROBED', 'BROKEN')),
  since    timestamptz NOT NULL,
  reason   text        CHECK (length(reason) <= 200),
  seen_at  timestamptz NOT NULL,
  PRIMARY KEY (node, gateway)
);
COMMENT ON COLUMN sms_gateway_standing.seen_at IS 'A node that has not said so for a minute is not running';
