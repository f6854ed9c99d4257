revoke all on signing_key from ${applicationRole};
grant select, insert on signing_key to ${applicationRole};
grant update (state, active_from, active_to, compromised_at) on signing_key to ${applicationRole};
