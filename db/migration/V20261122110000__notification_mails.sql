-- Mails to staff that wait. To whom and what about is sealed, and forgotten when it was sent.
CREATE TABLE mail_outbox (
  id               text        PRIMARY KEY CHECK (id ~ '^mail_[0-9A-Za-z]{22}$'),
  template         text        NOT NULL,
  version          smallint    NOT NULL,
  sealed_recipient bytea,
  sealed_variables bytea,
  state            text        NOT NULL
                   CHECK (state IN ('QUEUED', 'SENDING', 'SENT', 'DROPPED', 'SET_ASIDE')),
  created_at       timestamptz NOT NULL,
  -- Not sent when staff knows otherwise by now.
  not_after        timestamptz NOT NULL,
  -- When it is tried next. One whose sender went silent is taken up again then.
  due_at           timestamptz NOT NULL,
  attempts         smallint    NOT NULL DEFAULT 0 CHECK (attempts >= 0),
  -- Why the last try was in vain: no address, no text, no secret.
  last_failure     text        CHECK (length(last_failure) <= 200),
  CHECK ((state IN ('SENT', 'DROPPED')) = (sealed_recipient IS NULL)),
  CHECK ((sealed_recipient IS NULL) = (sealed_variables IS NULL))
);

CREATE INDEX mail_outbox_due ON mail_outbox (due_at) WHERE state IN ('QUEUED', 'SENDING');
COMMENT ON INDEX mail_outbox_due IS 'The dispatcher: what is due, oldest first';

CREATE INDEX mail_outbox_set_aside ON mail_outbox (created_at) WHERE state = 'SET_ASIDE';
COMMENT ON INDEX mail_outbox_set_aside IS 'kycvs mail status and retry: what was given up';

-- Development without an SMTP server: what would have been sent, sealed.
CREATE TABLE development_mail (
  id             bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  mail           text        NOT NULL,
  sealed_message bytea       NOT NULL,
  sent_at        timestamptz NOT NULL
);

CREATE INDEX development_mail_mail ON development_mail (mail, id DESC);
COMMENT ON INDEX development_mail_mail IS 'GET /dev/mail/{id}: one mail';

INSERT INTO sealed_table (name, label, row_key, key_types, columns, bound_to, ends_after) VALUES
  ('mail_outbox', 'kycvs/mail/1', '{id}', '{text}', '{sealed_recipient,sealed_variables}',
   ARRAY['id || ''/recipient''', 'id || ''/variables'''], NULL),
  ('development_mail', 'kycvs/development-mail/1', '{id}', '{bigint}', '{sealed_message}',
   '{mail}', NULL);
