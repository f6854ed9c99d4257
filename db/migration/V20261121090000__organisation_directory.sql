-- Who may ask, and for what.
CREATE TABLE organisation (
  id         text        PRIMARY KEY CHECK (id ~ '^org_[0-9A-Za-z]{22}$'),
  legal_name text        NOT NULL CHECK (length(legal_name) BETWEEN 1 AND 200),
  -- Named in the code's SMS, where a variable has at most 40 characters.
  short_name text        NOT NULL CHECK (length(short_name) BETWEEN 1 AND 30),
  contact    text        NOT NULL CHECK (length(contact) BETWEEN 1 AND 200),
  state      text        NOT NULL CHECK (state IN ('ACTIVE', 'SUSPENDED')),
  created_at timestamptz NOT NULL
);

CREATE TABLE purpose (
  code                     text    PRIMARY KEY CHECK (code ~ '^[a-z][a-z0-9-]{0,39}$'),
  text                     text    NOT NULL CHECK (length(text) BETWEEN 1 AND 40),
  maximum_validity_seconds integer NOT NULL CHECK (maximum_validity_seconds BETWEEN 60 AND 31536000)
);
COMMENT ON COLUMN purpose.text IS 'What the person reads, in English';

CREATE TABLE purpose_approval (
  organisation_id text        NOT NULL REFERENCES organisation,
  purpose_code    text        NOT NULL REFERENCES purpose,
  approved_at     timestamptz NOT NULL,
  PRIMARY KEY (organisation_id, purpose_code)
);
COMMENT ON TABLE purpose_approval IS 'An organisation may ask for a purpose while there is a row';
