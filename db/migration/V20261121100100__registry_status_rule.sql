-- Status rules are data: next year's rule is a row with a later effective_from, not a release.

CREATE TABLE status_rule (
  name            text     PRIMARY KEY CHECK (name ~ '^[a-z0-9-]{1,40}$'),
  effective_from  date     NOT NULL UNIQUE,
  programme_start date     NOT NULL,
  grace_days      smallint NOT NULL CHECK (grace_days BETWEEN 0 AND 60)
);
COMMENT ON TABLE status_rule IS
  'How doses become a status. In force is the one with the latest effective_from up to today.';
COMMENT ON COLUMN status_rule.programme_start IS 'No dose given before this day counts.';
COMMENT ON COLUMN status_rule.grace_days IS 'So many days short of the minimum interval still count.';

CREATE TABLE status_rule_product (
  rule                  text     NOT NULL REFERENCES status_rule (name),
  product               text     NOT NULL REFERENCES vaccine_product (code),
  primary_doses         smallint NOT NULL CHECK (primary_doses BETWEEN 1 AND 9),
  minimum_interval_days smallint NOT NULL CHECK (minimum_interval_days BETWEEN 0 AND 366),
  interchange_group     text     NOT NULL CHECK (interchange_group <> ''),
  PRIMARY KEY (rule, product)
);
COMMENT ON TABLE status_rule_product IS
  'What a rule knows of a product; a dose of a product without a row here does not count.';

INSERT INTO vaccine_product (code, manufacturer) VALUES
  ('COVISHIELD', 'Serum Institute of India'),
  ('VAXZEVRIA', 'AstraZeneca'),
  ('COVAXIN', 'Bharat Biotech'),
  ('SPUTNIK V', 'Gamaleya / Dr. Reddy''s'),
  ('SPUTNIK LIGHT', 'Gamaleya / Dr. Reddy''s'),
  ('JANSSEN', 'Janssen-Cilag'),
  ('SPIKEVAX', 'Moderna'),
  ('ZYCOV-D', 'Zydus Lifesciences'),
  ('CORBEVAX', 'Biological E'),
  ('COVOVAX', 'Serum Institute of India'),
  ('COMIRNATY', 'Pfizer / BioNTech');

INSERT INTO status_rule (name, effective_from, programme_start, grace_days) VALUES
  ('in-2026-1', DATE '2026-01-01', DATE '2020-12-01', 4);

INSERT INTO status_rule_product
  (rule, product, primary_doses, minimum_interval_days, interchange_group) VALUES
  ('in-2026-1', 'COVISHIELD', 2, 28, 'CHADOX1'),
  ('in-2026-1', 'VAXZEVRIA', 2, 28, 'CHADOX1'),
  ('in-2026-1', 'COVAXIN', 2, 28, 'BBV152'),
  ('in-2026-1', 'SPUTNIK V', 2, 21, 'GAM-COVID-VAC'),
  ('in-2026-1', 'SPUTNIK LIGHT', 1, 0, 'SPUTNIK-LIGHT'),
  ('in-2026-1', 'JANSSEN', 1, 0, 'AD26'),
  ('in-2026-1', 'SPIKEVAX', 2, 28, 'MRNA-1273'),
  ('in-2026-1', 'ZYCOV-D', 3, 28, 'ZYCOV-D'),
  ('in-2026-1', 'CORBEVAX', 2, 28, 'CORBEVAX'),
  ('in-2026-1', 'COVOVAX', 2, 21, 'NVX-COV2373'),
  ('in-2026-1', 'COMIRNATY', 2, 21, 'BNT162B2');
