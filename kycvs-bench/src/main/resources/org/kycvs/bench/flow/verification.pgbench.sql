-- One verification, as the server makes it: the statements that it sends, in its transactions. Found
-- by log_statement = all on the server's database. When the server sends others, change them here.
--
-- What the server makes of its own (ids, hashes, seals, signatures) comes with the first SELECT or
-- from outside, as long as the server's are, and is not worked for. A number says which mobile.
--
-- What differs: BEGIN travels on its own here, and so does each of three audit entries that the
-- server sends together; a message is taken alone, while the server takes several at once, and codes are told
-- apart from the second messages. The outbox's
-- clock is a day ahead: the server, which runs beside this, is not to take messages it cannot open.
\set number random(1, :mobiles)
\set sms 0
\set asked 0

-- POST /api/v1/verifications
BEGIN;
SELECT id, organisation_id, mode, name, key_hash, array_to_string(scopes, ' ') AS scopes,
       array_to_string(addresses, ' ') AS addresses, created_at, created_by, expires_at, revoked_at, replaced_by,
       bench.id('ver_') AS verification, bench.id('rcp_') AS receipt_name, bench.id('aud_') AS entry_asked,
       bench.id('aud_') AS entry_sent, bench.id('aud_') AS entry_consent, bench.id('aud_') AS entry_redeemed,
       bench.id('aud_') AS entry_signed, bench.id('aud_') AS entry_told, bench.hash() AS hash,
       (SELECT encode(mobile_index, 'hex') FROM bench.mobile WHERE number = :number) AS mobile
  FROM api_key WHERE id = :key \gset
SELECT id, contact, daily_sms_quota, legal_name, request_burst, requests_per_minute, sends_in_24_hours,
       sends_in_10_minutes, short_name, state
  FROM organisation WHERE id = :organisation;
SELECT p.* FROM purpose p JOIN purpose_approval a ON a.purpose_code = p.code
 WHERE a.organisation_id = :organisation AND a.purpose_code = :purpose;
INSERT INTO code_budget AS kept (mobile_index, sends, newest_at)
VALUES (decode(:mobile, 'hex'), ARRAY[CAST(ROW(now(), CAST(:organisation AS text)) AS code_event)], now())
ON CONFLICT (mobile_index) DO UPDATE SET
  sends = ARRAY(SELECT e FROM unnest(kept.sends) e WHERE e.at > now() - interval '25 hours') || excluded.sends,
  newest_at = greatest(kept.newest_at, excluded.newest_at)
WHERE coalesce((SELECT e.at FROM unnest(kept.wrong_codes) e WHERE e.organisation_id = :organisation ORDER BY e.at DESC OFFSET 9 LIMIT 1) <= now() - interval '86400 seconds', true)
  AND coalesce((SELECT e.at FROM unnest(kept.wrong_codes) e WHERE true ORDER BY e.at DESC OFFSET 19 LIMIT 1) <= now() - interval '86400 seconds', true)
  AND coalesce((SELECT e.at FROM unnest(kept.sends) e WHERE e.organisation_id = :organisation ORDER BY e.at DESC OFFSET 999 LIMIT 1) <= now() - interval '600 seconds', true)
  AND coalesce((SELECT e.at FROM unnest(kept.sends) e WHERE e.organisation_id = :organisation ORDER BY e.at DESC OFFSET 999 LIMIT 1) <= now() - interval '86400 seconds', true)
  AND coalesce((SELECT e.at FROM unnest(kept.sends) e WHERE true ORDER BY e.at DESC OFFSET 49 LIMIT 1) <= now() - interval '600 seconds', true)
  AND coalesce((SELECT e.at FROM unnest(kept.sends) e WHERE true ORDER BY e.at DESC OFFSET 199 LIMIT 1) <= now() - interval '86400 seconds', true);
INSERT INTO verification (id, api_key_id, as_of, attempts_left, completed_at, created_at, expires_at, language, mobile_index, mobile_masked, mode, nonce, organisation_id, purpose_code, receipt_id, reference, rule, sealed_mobile, sealed_name, state, statement, statement_expires_at, status, subject_salt, valid_for_seconds, wording, wording_sha256, year_of_birth)
VALUES (:verification, :key, NULL, 3, NULL, now(), now() + interval '10 minutes', 'en', decode(:mobile, 'hex'), '+91••••••0000', 'LIVE', NULL, :organisation, :purpose, NULL, NULL, NULL, decode(:sealed_mobile, 'base64'), decode(:sealed_name, 'base64'), 'AWAITING_CODE', NULL, NULL, NULL, NULL, 86400, 'verification-code.1.en', 'W1lQ2_9bZnK5C5PnUkcYB_7gB8nRlsbKD9qj1k0Ig0o', NULL);
INSERT INTO audit_entry (id, act, at, leaf, leaf_hash, subject)
  VALUES (:entry_asked, 'verification-asked', now(), decode(:leaf, 'base64'), decode(:hash, 'hex'), :verification);
INSERT INTO otp_challenge (verification_id, code_expires_at, code_hash, resend_after, sealed_code, sends_left, state, tries_left)
VALUES (:verification, now() + interval '5 minutes', decode(:hash, 'hex'), now() + interval '30 seconds', decode(:sealed_code, 'base64'), 2, 'WAITING', 3);
WITH counted AS (
  INSERT INTO sms_quota AS kept (organisation_id, day, sent)
  SELECT :organisation, current_date, 1
  WHERE NOT EXISTS (SELECT FROM sms_stop WHERE organisation_id = :organisation AND channel = 'API' AND until > now())
  ON CONFLICT (organisation_id, day) DO UPDATE SET sent = kept.sent + 1 WHERE kept.sent < 10000000
  RETURNING sent),
put AS (
  INSERT INTO sms_outbox (template, reference, state, created_at, not_after, due_at, urgency)
  SELECT 'VERIFICATION_CODE', :verification, 'QUEUED', now(), now() + interval '5 minutes', now() + interval '1 day', 0
  FROM counted)
SELECT sent FROM counted;
COMMIT;

-- The dispatcher takes a message
BEGIN;
UPDATE sms_outbox SET due_at = now() + interval '1 day 1 minute', taken_by = 'pgbench'
WHERE id IN (SELECT id FROM sms_outbox
             WHERE state = 'QUEUED' AND due_at <= now() + interval '1 day' AND urgency = 0
             ORDER BY urgency, due_at LIMIT 1 FOR UPDATE SKIP LOCKED)
RETURNING id AS sms, template, reference AS asked, not_after, attempts, urgency \aset
COMMIT;

-- and hands it to the development inbox
BEGIN;
SELECT id, api_key_id, as_of, attempts_left, completed_at, created_at, expires_at, language, mobile_index, mobile_masked, mode, nonce, organisation_id, purpose_code, receipt_id, reference, rule, sealed_mobile, sealed_name, state, statement, statement_expires_at, status, subject_salt, valid_for_seconds, wording, wording_sha256, year_of_birth
  FROM verification WHERE id = :asked;
SELECT count(*) FROM contact_block WHERE mobile_index = decode(:mobile, 'hex')
   AND (until IS NULL OR until > now()) AND (organisation_id IS NULL OR organisation_id = :organisation);
SELECT verification_id, code_expires_at, code_hash, resend_after, sealed_code, sends_left, state, tries_left
  FROM otp_challenge WHERE verification_id = :asked;
SELECT id, contact, daily_sms_quota, legal_name, request_burst, requests_per_minute, sends_in_24_hours,
       sends_in_10_minutes, short_name, state
  FROM organisation WHERE id = :organisation;
SELECT coalesce(t.text, p.text) FROM purpose p LEFT JOIN purpose_text t
    ON t.purpose_code = p.code AND t.language = 'en' AND t.added_at <= now()
 WHERE p.code = :purpose;
UPDATE sms_outbox
SET state = 'SENDING', due_at = now() + interval '1 day 30 seconds', submitted_at = now(),
    gateway = 'development-inbox', attempts = attempts + 1
WHERE id = :sms AND taken_by = 'pgbench' AND state IN ('QUEUED', 'SENDING');
COMMIT;
BEGIN;
INSERT INTO development_inbox (mobile_index, sealed_message, reference, sent_at)
VALUES (decode(:mobile, 'hex'), decode(:sealed_message, 'base64'), :asked, now());
COMMIT;
BEGIN;
WITH early AS (DELETE FROM sms_early_report WHERE gateway = 'development-inbox' AND message_id = NULL
               RETURNING state, reason, received_at)
UPDATE sms_outbox o
SET state = coalesce((SELECT state FROM early), 'SENT'), message_id = NULL,
    reason = (SELECT reason FROM early), reported_at = (SELECT received_at FROM early)
WHERE id = :sms AND state IN ('SENDING', 'IN_DOUBT');
INSERT INTO audit_entry (id, act, at, leaf, leaf_hash, subject)
  VALUES (:entry_sent, 'sms-sent', now(), decode(:leaf, 'base64'), decode(:hash, 'hex'), :asked);
COMMIT;

-- POST /api/v1/verifications/{id}/confirmation
BEGIN;
SELECT id, organisation_id, mode, name, key_hash, array_to_string(scopes, ' ') AS scopes,
       array_to_string(addresses, ' ') AS addresses, created_at, created_by, expires_at, revoked_at, replaced_by
  FROM api_key WHERE id = :key;
SELECT id, contact, daily_sms_quota, legal_name, request_burst, requests_per_minute, sends_in_24_hours,
       sends_in_10_minutes, short_name, state
  FROM organisation WHERE id = :organisation;
SELECT id, api_key_id, as_of, attempts_left, completed_at, created_at, expires_at, language, mobile_index, mobile_masked, mode, nonce, organisation_id, purpose_code, receipt_id, reference, rule, sealed_mobile, sealed_name, state, statement, statement_expires_at, status, subject_salt, valid_for_seconds, wording, wording_sha256, year_of_birth
  FROM verification WHERE id = :verification FOR UPDATE;
SELECT (SELECT e.at FROM unnest(kept.wrong_codes) e WHERE e.organisation_id = :organisation ORDER BY e.at DESC OFFSET 9 LIMIT 1),
       (SELECT e.at FROM unnest(kept.wrong_codes) e WHERE true ORDER BY e.at DESC OFFSET 19 LIMIT 1)
  FROM code_budget kept WHERE mobile_index = decode(:mobile, 'hex') FOR UPDATE;
UPDATE otp_challenge SET
  state = CASE WHEN code_hash = decode(:hash, 'hex') THEN 'REDEEMED' WHEN tries_left <= 1 THEN 'LOCKED' ELSE state END,
  sealed_code = CASE WHEN code_hash = decode(:hash, 'hex') OR tries_left <= 1 THEN NULL ELSE sealed_code END,
  tries_left = CASE WHEN code_hash = decode(:hash, 'hex') THEN tries_left ELSE tries_left - 1 END,
  code_hash = CASE WHEN code_hash = decode(:hash, 'hex') OR tries_left > 1 THEN code_hash END
WHERE verification_id = :verification AND (state = 'REDEEMED' OR state = 'WAITING' AND code_expires_at > now())
RETURNING coalesce(code_hash = decode(:hash, 'hex'), false), tries_left;
SELECT p.reference, p.sealed_name, p.birth_year, m.person, d.*
  FROM person p
  LEFT JOIN merged_record m ON m.reference = p.reference AND m.split_by IS NULL
  LEFT JOIN LATERAL unnest(p.doses) d ON true
 WHERE p.mobile_index = decode(:mobile, 'hex');
SELECT coalesce(t.text, p.text) FROM purpose p LEFT JOIN purpose_text t
    ON t.purpose_code = p.code AND t.language = 'en' AND t.added_at <= now()
 WHERE p.code = :purpose;
INSERT INTO audit_entry (id, act, at, leaf, leaf_hash, subject)
  VALUES (:entry_consent, 'consent-given', now(), decode(:leaf, 'base64'), decode(:hash, 'hex'), :verification);
INSERT INTO audit_entry (id, act, at, leaf, leaf_hash, subject)
  VALUES (:entry_redeemed, 'code-redeemed', now(), decode(:leaf, 'base64'), decode(:hash, 'hex'), :verification);
INSERT INTO audit_entry (id, act, at, leaf, leaf_hash, subject)
  VALUES (:entry_signed, 'statement-signed', now(), decode(:leaf, 'base64'), decode(:hash, 'hex'), :verification);
INSERT INTO consent (verification_id, given_at, mode, organisation_id, purpose_code, state, withdrawn_at)
VALUES (:verification, now(), 'LIVE', :organisation, :purpose, 'GIVEN', NULL);
INSERT INTO consent_receipt (id, created_at, receipt, verification_id)
VALUES (:receipt_name, now(), :receipt, :verification);
UPDATE verification SET completed_at = now(), status = 2, rule = 'in-2026-1', as_of = now(), statement = :statement,
  statement_expires_at = now() + interval '1 day', receipt_id = :receipt_name, subject_salt = decode(:hash, 'hex'),
  state = 'COMPLETED', sealed_name = NULL
WHERE id = :verification;
UPDATE otp_challenge SET state = 'ENDED', code_hash = NULL, sealed_code = NULL
WHERE verification_id = :verification AND state IN ('WAITING', 'REDEEMED');
INSERT INTO webhook_delivery (id, endpoint_id, event_id, type, verification_id, body, state, due_at, created_at)
SELECT 'dlv_' || substr(CAST(:verification AS text), 5), id, 'evt_' || substr(CAST(:verification AS text), 5), 'verification.completed', :verification,
       '{}', 'WAITING', now(), now()
  FROM webhook_endpoint
 WHERE organisation_id = :organisation AND mode = 'LIVE' AND state <> 'DELETED' AND 'verification.completed' = ANY (types);
INSERT INTO sms_outbox (template, reference, state, created_at, not_after, due_at, urgency)
VALUES ('VERIFICATION_COMPLETED', :verification, 'QUEUED', now(), now() + interval '1 day', now() + interval '1 day', 1);
COMMIT;

-- The dispatcher takes a message that says who was told
BEGIN;
UPDATE sms_outbox SET due_at = now() + interval '1 day 1 minute', taken_by = 'pgbench'
WHERE id IN (SELECT id FROM sms_outbox
             WHERE state = 'QUEUED' AND due_at <= now() + interval '1 day' AND urgency = 1
             ORDER BY urgency, due_at LIMIT 1 FOR UPDATE SKIP LOCKED)
RETURNING id AS sms, template, reference AS asked, not_after, attempts, urgency \aset
COMMIT;

-- and hands it to the development inbox; the mobile is not needed any more
BEGIN;
SELECT id, api_key_id, as_of, attempts_left, completed_at, created_at, expires_at, language, mobile_index, mobile_masked, mode, nonce, organisation_id, purpose_code, receipt_id, reference, rule, sealed_mobile, sealed_name, state, statement, statement_expires_at, status, subject_salt, valid_for_seconds, wording, wording_sha256, year_of_birth
  FROM verification WHERE id = :asked;
SELECT id, contact, daily_sms_quota, legal_name, request_burst, requests_per_minute, sends_in_24_hours,
       sends_in_10_minutes, short_name, state
  FROM organisation WHERE id = :organisation;
SELECT coalesce(t.text, p.text) FROM purpose p LEFT JOIN purpose_text t
    ON t.purpose_code = p.code AND t.language = 'en' AND t.added_at <= now()
 WHERE p.code = :purpose;
INSERT INTO person_link (verification_id, token_hash, expires_at)
SELECT id, decode(:hash, 'hex'), now() + interval '240 hours' FROM verification WHERE id = :asked
ON CONFLICT (verification_id) DO NOTHING;
UPDATE sms_outbox
SET state = 'SENDING', due_at = now() + interval '1 day 30 seconds', submitted_at = now(),
    gateway = 'development-inbox', attempts = attempts + 1
WHERE id = :sms AND taken_by = 'pgbench' AND state IN ('QUEUED', 'SENDING');
COMMIT;
BEGIN;
INSERT INTO development_inbox (mobile_index, sealed_message, reference, sent_at)
VALUES (decode(:mobile, 'hex'), decode(:sealed_message, 'base64'), :asked, now());
COMMIT;
BEGIN;
WITH early AS (DELETE FROM sms_early_report WHERE gateway = 'development-inbox' AND message_id = NULL
               RETURNING state, reason, received_at)
UPDATE sms_outbox o
SET state = coalesce((SELECT state FROM early), 'SENT'), message_id = NULL,
    reason = (SELECT reason FROM early), reported_at = (SELECT received_at FROM early)
WHERE id = :sms AND state IN ('SENDING', 'IN_DOUBT');
UPDATE verification SET sealed_mobile = NULL
 WHERE id = :asked AND state = 'COMPLETED' AND sealed_mobile IS NOT NULL;
INSERT INTO audit_entry (id, act, at, leaf, leaf_hash, subject)
  VALUES (:entry_told, 'sms-sent', now(), decode(:leaf, 'base64'), decode(:hash, 'hex'), :asked);
COMMIT;
