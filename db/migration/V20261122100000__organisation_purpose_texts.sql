-- Why an organisation asks, in the languages that people read; English is in the purpose itself.
CREATE TABLE purpose_text (
  purpose_code text        NOT NULL REFERENCES purpose,
  language     text        NOT NULL CHECK (language ~ '^[a-z]{2,3}$' AND language <> 'en'),
  -- Named in SMS, where a variable has at most 40 characters.
  text         text        NOT NULL CHECK (length(text) BETWEEN 1 AND 40),
  added_at     timestamptz NOT NULL,
  PRIMARY KEY (purpose_code, language)
);
COMMENT ON TABLE purpose_text IS 'Rows are added, never changed: receipts repeat what people read';
COMMENT ON COLUMN purpose_text.added_at IS
  'Questions that were asked before are told in English: their message and their receipt say the same';
