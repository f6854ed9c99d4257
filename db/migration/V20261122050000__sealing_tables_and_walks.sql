-- What is kept sealed, and how it comes to be sealed with another key after a rotation.
--
-- A feature that keeps sealed values describes its table here, in its own migration: so the
-- background work and the command line know all of them, and a test fails for one that is missing.
CREATE TABLE sealed_table (
  name       text     PRIMARY KEY,
  label      text     NOT NULL CHECK (label LIKE 'kycvs/%'),
  row_key    text[]   NOT NULL,
  key_types  text[]   NOT NULL CHECK (cardinality(key_types) = cardinality(row_key)),
  columns    text[]   NOT NULL CHECK (cardinality(columns) > 0),
  bound_to   text[]   NOT NULL CHECK (cardinality(bound_to) = cardinality(columns)),
  ends_after interval
);
COMMENT ON TABLE sealed_table IS 'The tables with sealed values. Written by migrations only.';
COMMENT ON COLUMN sealed_table.label IS 'Of the seal, the same for all columns.';
COMMENT ON COLUMN sealed_table.row_key IS 'The primary key''s columns, in its order.';
COMMENT ON COLUMN sealed_table.columns IS 'Those that hold sealed values, or nothing.';
COMMENT ON COLUMN sealed_table.bound_to IS
  'For each, an SQL expression over the row: what its value is bound to.';
COMMENT ON COLUMN sealed_table.ends_after IS
  'So old its values are gone, so that they are not sealed anew; none: they live on.';

INSERT INTO sealed_table (name, label, row_key, key_types, columns, bound_to, ends_after) VALUES
  ('person', 'kycvs/person/1', '{mobile_index,reference}', '{bytea,bigint}',
   '{sealed_name,sealed_mobile}',
   ARRAY['reference || ''/name''', 'reference || ''/mobile'''], NULL),
  ('person_version', 'kycvs/person/1', '{mobile_index,reference,change}', '{bytea,bigint,bigint}',
   '{sealed_name,sealed_mobile}',
   ARRAY['reference || ''/name''', 'reference || ''/mobile'''], NULL),
  ('registry_change', 'kycvs/registry-note/1', '{number}', '{bigint}', '{sealed_reason}', '{id}',
   NULL),
  ('registry_dispute', 'kycvs/registry-note/1', '{id}', '{text}',
   '{sealed_account,sealed_reason}', '{id,id}', NULL),
  ('registry_inspection', 'kycvs/registry-note/1', '{id}', '{text}', '{sealed_reason}', '{id}',
   NULL),
  ('api_key', 'kycvs/api-key-note/1', '{id}', '{text}', '{sealed_reason}', '{id}', NULL),
  ('organisation', 'kycvs/organisation-note/1', '{id}', '{text}', '{sealed_reason}', '{id}', NULL),
  ('signing_key', 'kycvs/signing-key/1', '{kid}', '{text}', '{private_key_sealed}',
   ARRAY['mode || ''/'' || kid'], NULL),
  ('development_inbox', 'kycvs/development-inbox/1', '{id}', '{bigint}', '{sealed_message}',
   '{reference}', NULL),
  ('verification', 'kycvs/verification-person/1', '{id}', '{text}', '{sealed_mobile,sealed_name}',
   ARRAY['id || ''/mobile''', 'id || ''/name'''], '31 minutes'),
  ('otp_challenge', 'kycvs/code-sealed/1', '{verification_id}', '{text}', '{sealed_code}',
   '{verification_id}', '31 minutes');

CREATE TABLE seal_walk (
  name        text    PRIMARY KEY REFERENCES sealed_table,
  master_key  text    NOT NULL CHECK (master_key ~ '^[0-9a-f]{8}$'),
  row_key     text[]  NOT NULL,
  passed      bigint  NOT NULL CHECK (passed >= 0),
  sealed_anew bigint  NOT NULL CHECK (sealed_anew >= 0),
  again       bigint  NOT NULL CHECK (again >= 0),
  unopened    bigint  NOT NULL CHECK (unopened >= 0),
  is_finished boolean NOT NULL CHECK (NOT is_finished OR again = 0)
);
COMMENT ON TABLE seal_walk IS 'How far a table was walked to seal its values with one key.';
COMMENT ON COLUMN seal_walk.master_key IS 'The id of the line of the master key, no secret.';
COMMENT ON COLUMN seal_walk.row_key IS 'The last row''s key; empty at the beginning of a pass.';
COMMENT ON COLUMN seal_walk.again IS
  'Rows of this pass that were sealed anew or were busy; without any, the walk is finished.';
COMMENT ON COLUMN seal_walk.unopened IS 'Rows of this pass that do not open and are left.';

CREATE FUNCTION seal_anew(place text, key text[], was bytea[], becomes bytea[]) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER AS $$
DECLARE
  described sealed_table;
  found_it  text;
  unchanged text;
  assigned  text;
  done      bigint;
BEGIN
  SELECT * INTO STRICT described FROM sealed_table WHERE name = place AND ends_after IS NULL;
  IF cardinality(was) <> cardinality(described.columns) OR EXISTS (
       SELECT FROM unnest(was, becomes) AS v (old, new)
        WHERE (old IS NULL) <> (new IS NULL)
           OR old <> new AND (octet_length(old) <> octet_length(new)
                              OR substring(old FROM 1 FOR 1) <> substring(new FROM 1 FOR 1)
                              OR substring(old FROM 2 FOR 4) = substring(new FROM 2 FOR 4)))
  THEN
    RAISE EXCEPTION 'Not the same value under another key' USING ERRCODE = 'insufficient_privilege';
  END IF;
  SELECT string_agg(format('t.%I = CAST($1[%s] AS %s)', c, i, described.key_types[i]), ' AND ')
    INTO found_it FROM unnest(described.row_key) WITH ORDINALITY AS k (c, i);
  SELECT string_agg(format('t.%I IS NOT DISTINCT FROM $2[%s]', c, i), ' AND '),
         string_agg(format('%I = $3[%s]', c, i), ', ')
    INTO unchanged, assigned FROM unnest(described.columns) WITH ORDINALITY AS k (c, i);
  -- Nobody is waited for: a row that another transaction is changing counts as not found.
  EXECUTE format(
    'WITH free AS MATERIALIZED (SELECT FROM %1$I t WHERE %2$s AND %3$s FOR NO KEY UPDATE SKIP LOCKED)'
    ' UPDATE %1$I t SET %4$s WHERE %2$s AND EXISTS (SELECT FROM free)',
    place, found_it, unchanged, assigned) USING key, was, becomes;
  GET DIAGNOSTICS done = ROW_COUNT;
  RETURN done = 1;
END $$;
COMMENT ON FUNCTION seal_anew(text, text[], bytea[], bytea[]) IS
  'Swaps a row''s sealed values for as long ones under another key, if they are still as they were:
   all that the application may do to sealed values beside its features'' own acts.';
REVOKE ALL ON FUNCTION seal_anew(text, text[], bytea[], bytea[]) FROM PUBLIC;

-- What runs with the owner's rights must not find tables that its caller made up.
DO $$
BEGIN
  EXECUTE format(
    'ALTER FUNCTION seal_anew(text, text[], bytea[], bytea[]) SET search_path = %I, pg_temp',
    current_schema());
END $$;
