-- Answers that are kept for a day are left to expire, and keep their line of the master key alive.
INSERT INTO sealed_table (name, label, row_key, key_types, columns, bound_to, ends_after) VALUES
  ('kept_answer', 'kycvs/idempotency-answer/1', '{scope_hash}', '{bytea}', '{sealed_answer}',
   ARRAY['encode(scope_hash, ''hex'')'], '25 hours');
