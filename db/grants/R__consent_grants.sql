-- What the application may do with the tables of this feature; nothing else.
GRANT SELECT, INSERT ON consent, consent_receipt TO ${applicationRole};
GRANT UPDATE (state, withdrawn_at) ON consent TO ${applicationRole};
GRANT SELECT, INSERT, DELETE, UPDATE (until) ON contact_block TO ${applicationRole};
