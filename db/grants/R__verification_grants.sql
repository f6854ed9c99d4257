-- What the application may do with the tables of this feature; nothing else.
GRANT SELECT, INSERT, UPDATE ON verification TO ${applicationRole};
GRANT SELECT, INSERT ON cowin_transaction TO ${applicationRole};
GRANT SELECT, INSERT ON person_link TO ${applicationRole};
