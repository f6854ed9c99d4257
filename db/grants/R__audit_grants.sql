-- What the application may do with the tables of this feature; nothing else.
GRANT SELECT, INSERT ON audit_entry TO ${applicationRole};
