create table signing_key (
  kid                text        primary key check (kid ~ '^[A-Za-z0-9_-]{43}$'),
  mode               text        not null check (mode in ('live', 'test')),
  algorithm          text        not null check (algorithm = 'ES256'),
  public_jwk         text        not null check (length(public_jwk) between 2 and 4096),
  private_key_sealed bytea       not null check (octet_length(private_key_sealed) between 34 and 4096),
  state              text        not null check (state in ('pending', 'active', 'retired')),
  active_from        timestamptz,
  active_to          timestamptz,
  compromised_at     timestamptz,
  created_at         timestamptz not null,
  constraint signing_key_times_fit_state check (
    (state = 'pending' and active_from is null and active_to is null)
    or (state = 'active' and active_from is not null and active_to is null)
    or (state = 'retired' and active_from is not null and active_to >= active_from)),
  constraint signing_key_public_part_only check (public_jwk::jsonb ->> 'kid' = kid and not public_jwk::jsonb ? 'd')
);

comment on table signing_key is
  'Keys that sign statements and receipts. Rows stay for ever: a retired key still checks what it signed.';
comment on column signing_key.kid is 'RFC 7638 thumbprint (SHA-256, base64url) of the public key.';
comment on column signing_key.private_key_sealed is
  'The private JWK, sealed with the master key for kycvs/signing-key/1 and bound to mode and kid.';
comment on column signing_key.compromised_at is
  'From when somebody else may have had the private key; checkers stop trusting what it signed.';

create unique index signing_key_one_active_per_mode on signing_key (mode) where state = 'active';
comment on index signing_key_one_active_per_mode is
  'At most one key signs in a mode; also serves the look-up of that key every few seconds.';
