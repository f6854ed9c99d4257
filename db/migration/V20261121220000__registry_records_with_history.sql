-- A person's record becomes one row: the person with the doses. A dose cannot be without its person
-- then, an answer reads one index, an import writes one row, and an earlier version of a record is
-- one row too. Only what an answer needs is kept: no gender, no batch, no center.
--
-- Every change of the registry is a row of registry_change, and every version of a record names the
-- change that made it.

ALTER TABLE person RENAME TO person_before;
ALTER INDEX person_by_reference RENAME TO person_before_by_reference;
ALTER TABLE dose RENAME TO dose_before;
DO $$
BEGIN
  FOR part IN 0..15 LOOP
    EXECUTE format('ALTER TABLE person_%1$s RENAME TO person_before_%1$s', lpad(part::text, 2, '0'));
  END LOOP;
END $$;

CREATE TABLE registry_change (
  number        bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  id            text        NOT NULL UNIQUE CHECK (id ~ '^(imp|chg)_[0-9A-Za-z]{22}$'),
  kind          text        NOT NULL CHECK (kind IN
                  ('import', 'revocation', 'reinstatement', 'correction', 'merge', 'split')),
  made_at       timestamptz NOT NULL,
  made_by       text        NOT NULL CHECK (made_by <> ''),
  sealed_reason bytea,
  file_digest   bytea       CHECK (octet_length(file_digest) = 32),
  file_rows     bigint      CHECK (file_rows >= 0),
  people_added  bigint      CHECK (people_added >= 0),
  people_changed bigint     CHECK (people_changed >= 0),
  undone_at     timestamptz CHECK (undone_at >= made_at),
  undone_by     text,
  CHECK ((kind = 'import') = (file_digest IS NOT NULL)),
  CHECK ((kind = 'import') = (sealed_reason IS NULL)),
  CHECK ((undone_at IS NULL) = (undone_by IS NULL)),
  CHECK (kind NOT IN ('merge', 'split') OR undone_at IS NULL)
);
COMMENT ON TABLE registry_change IS 'Whatever changed the registry: imports, and operators'' acts.';
COMMENT ON COLUMN registry_change.number IS 'What records carry: 8 bytes instead of 26.';
COMMENT ON COLUMN registry_change.made_by IS 'The actor, as the audit log names it.';
COMMENT ON COLUMN registry_change.sealed_reason IS 'Seal kycvs/registry-note/1, bound to the id.';
COMMENT ON COLUMN registry_change.file_digest IS 'SHA-256 of the imported file.';

CREATE TYPE dose AS (
  number            smallint,
  product           text,
  given_on          date,
  revoked_at        timestamptz,
  corrected_product text,
  corrected_day     date
);
COMMENT ON TYPE dose IS
  'A vaccination event: what the source says of it, and what operators found wrong with that.';

CREATE DOMAIN recorded_dose AS dose CHECK (
  num_nulls((VALUE).number, (VALUE).product, (VALUE).given_on) = 0
  AND (VALUE).number BETWEEN 1 AND 9
  AND (VALUE).product <> '' AND length((VALUE).product) <= 40);
COMMENT ON DOMAIN recorded_dose IS 'A dose with all that it must have.';

CREATE TABLE person (
  reference      bigint          NOT NULL CHECK (reference > 0),
  change         bigint          NOT NULL,
  birth_year     smallint        NOT NULL CHECK (birth_year BETWEEN 1850 AND 2150),
  mobile_index   bytea           NOT NULL CHECK (octet_length(mobile_index) = 32),
  content_digest bytea           NOT NULL CHECK (octet_length(content_digest) = 16),
  sealed_name    bytea           NOT NULL,
  sealed_mobile  bytea           NOT NULL,
  doses          recorded_dose[] NOT NULL,
  PRIMARY KEY (mobile_index, reference)
) PARTITION BY HASH (mobile_index);
COMMENT ON TABLE person IS 'People with their doses; several people may share one mobile.';
COMMENT ON COLUMN person.reference IS
  'Beneficiary reference id. Unique over all partitions: only imports add, one at a time.';
COMMENT ON COLUMN person.change IS
  'registry_change.number of what made this version. No foreign key: its check of each row would
   cost an import more than all else, and who writes here has just written that row.';
COMMENT ON COLUMN person.mobile_index IS 'KeyedHash kycvs/mobile/1 of the E.164 mobile.';
COMMENT ON COLUMN person.content_digest IS
  'KeyedHash kycvs/person-content/1, first half, of what an import said of the person.';
COMMENT ON COLUMN person.sealed_name IS 'Seal kycvs/person/1, bound to the reference and "name".';
COMMENT ON COLUMN person.sealed_mobile IS 'Seal kycvs/person/1, bound to the reference and "mobile".';
COMMENT ON COLUMN person.doses IS 'Each number once, in order of numbers. Revoked ones stay.';
COMMENT ON INDEX person_pkey IS 'Look-up of everybody on one mobile.';

CREATE TABLE person_version (
  LIKE person INCLUDING CONSTRAINTS INCLUDING COMMENTS,
  replaced_by bigint NOT NULL,
  PRIMARY KEY (mobile_index, reference, change),
  CHECK (replaced_by <> change)
) PARTITION BY HASH (mobile_index);
COMMENT ON TABLE person_version IS 'Versions of records that later changes replaced.';
COMMENT ON COLUMN person_version.replaced_by IS 'registry_change.number of what replaced it.';
COMMENT ON INDEX person_version_pkey IS 'A record''s earlier versions.';

DO $$
BEGIN
  FOR part IN 0..15 LOOP
    EXECUTE format(
      'CREATE TABLE person_%s PARTITION OF person FOR VALUES WITH (MODULUS 16, REMAINDER %s)',
      lpad(part::text, 2, '0'), part);
    EXECUTE format(
      'CREATE TABLE person_version_%s PARTITION OF person_version'
      ' FOR VALUES WITH (MODULUS 16, REMAINDER %s)',
      lpad(part::text, 2, '0'), part);
  END LOOP;
END $$;

-- What was there came with imports of which nothing more is known.
INSERT INTO registry_change (id, kind, made_at, made_by, file_digest, file_rows, people_added,
       people_changed)
SELECT 'imp_' || repeat('0', 22), 'import', max(changed_at), 'system:command-line', sha256(''), 0,
       count(*), 0
  FROM person_before HAVING count(*) > 0;

INSERT INTO person
SELECT p.reference, c.number, p.birth_year, p.mobile_index, substr(p.content_digest, 1, 16),
       p.sealed_name, p.sealed_mobile,
       ARRAY(SELECT ROW(d.dose_number, d.product, d.given_on, d.revoked_at, NULL, NULL)::recorded_dose
               FROM dose_before d
              WHERE d.mobile_index = p.mobile_index AND d.reference = p.reference
              ORDER BY d.dose_number)
  FROM person_before p CROSS JOIN registry_change c;

DROP TABLE dose_before, person_before;

CREATE INDEX person_by_reference ON person (reference);
COMMENT ON INDEX person_by_reference IS
  'Imports and operators'' acts: one record by its reference, on whatever mobile.';
CREATE INDEX person_by_change ON person USING brin (change);
COMMENT ON INDEX person_by_change IS 'Undo of an import: the records that it made.';
CREATE INDEX person_version_by_change ON person_version USING brin (change);
COMMENT ON INDEX person_version_by_change IS 'Undo of an import: whether it was changed since.';
CREATE INDEX person_version_by_replaced_by ON person_version USING brin (replaced_by);
COMMENT ON INDEX person_version_by_replaced_by IS 'Undo of an import: what it replaced.';
CREATE INDEX person_version_by_reference ON person_version (reference);
COMMENT ON INDEX person_version_by_reference IS 'A record''s history, on whatever mobile it was.';

CREATE FUNCTION doses_with(known recorded_dose[], told recorded_dose[]) RETURNS recorded_dose[]
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT coalesce(array_agg(
           CASE WHEN k.number IS NULL THEN ROW(t.*)::recorded_dose
                WHEN t.number IS NULL OR (k.product, k.given_on) = (t.product, t.given_on)
                  THEN ROW(k.*)::recorded_dose
                ELSE ROW(t.number, t.product, t.given_on, k.revoked_at, NULL, NULL)::recorded_dose
           END ORDER BY coalesce(k.number, t.number)), '{}')
    FROM unnest(known) k FULL JOIN unnest(told) t ON k.number = t.number
$$;
COMMENT ON FUNCTION doses_with(recorded_dose[], recorded_dose[]) IS
  'Known doses with what a source tells anew: what it does not mention stays, what it says again
   stays with its corrections, what it says otherwise replaces them; revoked stays revoked.';

CREATE TABLE merged_record (
  reference  bigint NOT NULL,
  person     bigint NOT NULL,
  merged_by  bigint NOT NULL REFERENCES registry_change (number),
  split_by   bigint REFERENCES registry_change (number) CHECK (split_by > merged_by),
  PRIMARY KEY (reference, merged_by)
);
COMMENT ON TABLE merged_record IS
  'Records that are of one person. Each stays as it is; an answer takes the doses of all.';
COMMENT ON COLUMN merged_record.person IS 'The record that stands for the person; one of them.';
CREATE UNIQUE INDEX merged_record_now ON merged_record (reference) WHERE split_by IS NULL;
COMMENT ON INDEX merged_record_now IS 'Look-up: whether a record is merged. A record is so once.';
CREATE INDEX merged_record_by_person ON merged_record (person) WHERE split_by IS NULL;
COMMENT ON INDEX merged_record_by_person IS 'Look-up: the other records of the person.';

CREATE TABLE registry_dispute (
  id             text        PRIMARY KEY CHECK (id ~ '^dsp_[0-9A-Za-z]{22}$'),
  reference      bigint      NOT NULL,
  ground         text        NOT NULL CHECK (ground IN
                   ('dose-missing', 'dose-wrong', 'dose-not-mine', 'details-wrong', 'not-me')),
  sealed_account bytea       NOT NULL,
  raised_at      timestamptz NOT NULL,
  raised_by      text        NOT NULL CHECK (raised_by <> ''),
  outcome        text        CHECK (outcome IN ('upheld', 'rejected', 'withdrawn')),
  sealed_reason  bytea,
  settled_at     timestamptz CHECK (settled_at >= raised_at),
  settled_by     text,
  CHECK (num_nulls(outcome, sealed_reason, settled_at, settled_by) IN (0, 4))
);
COMMENT ON TABLE registry_dispute IS
  'Somebody says that a record is wrong. It changes no answer: an operator''s act does.';
COMMENT ON COLUMN registry_dispute.sealed_account IS 'Seal kycvs/registry-note/1, bound to the id.';
CREATE INDEX registry_dispute_open ON registry_dispute (raised_at) WHERE outcome IS NULL;
COMMENT ON INDEX registry_dispute_open IS 'Operators'' list of open disputes, oldest first.';
CREATE INDEX registry_dispute_by_reference ON registry_dispute (reference);
COMMENT ON INDEX registry_dispute_by_reference IS 'The disputes about one record.';

CREATE TABLE registry_inspection (
  id            text        PRIMARY KEY CHECK (id ~ '^ins_[0-9A-Za-z]{22}$'),
  operator      text        NOT NULL CHECK (operator <> ''),
  sealed_reason bytea       NOT NULL,
  begun_at      timestamptz NOT NULL
);
COMMENT ON TABLE registry_inspection IS 'An operator looked at records, and said why.';
CREATE TABLE inspected_record (
  inspection text   NOT NULL REFERENCES registry_inspection (id),
  reference  bigint NOT NULL,
  PRIMARY KEY (inspection, reference)
);
COMMENT ON TABLE inspected_record IS 'Which records an inspection showed: the person may know.';
CREATE INDEX inspected_record_by_reference ON inspected_record (reference);
COMMENT ON INDEX inspected_record_by_reference IS 'Who looked at one''s record.';
