-- The registry: people, found by the keyed index of their mobile, and their doses.
--
-- Both tables are hash-partitioned by mobile_index, so that one look-up touches one partition and
-- the partitions can later be spread over servers. Names and mobiles are kept sealed only.

CREATE TABLE vaccine_product (
  code         text PRIMARY KEY CHECK (code <> '' AND length(code) <= 40),
  manufacturer text NOT NULL
);
COMMENT ON TABLE vaccine_product IS 'Vaccines that a dose may name.';

CREATE TABLE person (
  mobile_index   bytea       NOT NULL CHECK (octet_length(mobile_index) = 32),
  reference      bigint      NOT NULL CHECK (reference > 0),
  sealed_name    bytea       NOT NULL,
  sealed_mobile  bytea       NOT NULL,
  birth_year     smallint    NOT NULL CHECK (birth_year BETWEEN 1850 AND 2150),
  gender         text        NOT NULL CHECK (length(gender) <= 20),
  content_digest bytea       NOT NULL CHECK (octet_length(content_digest) = 32),
  imported_at    timestamptz NOT NULL,
  changed_at     timestamptz NOT NULL CHECK (changed_at >= imported_at),
  PRIMARY KEY (mobile_index, reference)
) PARTITION BY HASH (mobile_index);
COMMENT ON TABLE person IS 'People; several may share one mobile.';
COMMENT ON COLUMN person.mobile_index IS 'KeyedHash kycvs/mobile/1 of the E.164 mobile.';
COMMENT ON COLUMN person.reference IS
  'Beneficiary reference id. Unique over all partitions: only imports write, one at a time.';
COMMENT ON COLUMN person.sealed_name IS 'Seal kycvs/person/1, bound to the reference and "name".';
COMMENT ON COLUMN person.sealed_mobile IS 'Seal kycvs/person/1, bound to the reference and "mobile".';
COMMENT ON COLUMN person.content_digest IS
  'KeyedHash kycvs/person-content/1 of what an import said: tells changed from unchanged.';
COMMENT ON INDEX person_pkey IS 'Look-up of everybody on one mobile.';

CREATE INDEX person_by_reference ON person (reference);
COMMENT ON INDEX person_by_reference IS 'Import: whether a reference is known, on whatever mobile.';

CREATE TABLE dose (
  mobile_index bytea       NOT NULL,
  reference    bigint      NOT NULL,
  dose_number  smallint    NOT NULL CHECK (dose_number BETWEEN 1 AND 9),
  product      text        NOT NULL REFERENCES vaccine_product (code),
  given_on     date        NOT NULL,
  batch        text        NOT NULL CHECK (length(batch) <= 40),
  center       text        NOT NULL CHECK (length(center) <= 40),
  imported_at  timestamptz NOT NULL,
  changed_at   timestamptz NOT NULL CHECK (changed_at >= imported_at),
  revoked_at   timestamptz,
  PRIMARY KEY (mobile_index, reference, dose_number),
  -- A person who changes to another mobile takes the doses along.
  FOREIGN KEY (mobile_index, reference) REFERENCES person ON UPDATE CASCADE
) PARTITION BY HASH (mobile_index);
COMMENT ON TABLE dose IS 'Vaccination events. A revoked one stays and counts for nothing.';
COMMENT ON INDEX dose_pkey IS 'Look-up of the doses of everybody on one mobile.';

DO $$
BEGIN
  FOR part IN 0..15 LOOP
    EXECUTE format(
      'CREATE TABLE person_%s PARTITION OF person FOR VALUES WITH (MODULUS 16, REMAINDER %s)',
      lpad(part::text, 2, '0'), part);
    EXECUTE format(
      'CREATE TABLE dose_%s PARTITION OF dose FOR VALUES WITH (MODULUS 16, REMAINDER %s)',
      lpad(part::text, 2, '0'), part);
  END LOOP;
END $$;
