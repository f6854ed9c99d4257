-- What the application may do with the tables of this feature; nothing else.
GRANT SELECT ON organisation, purpose, purpose_approval, purpose_text TO ${applicationRole};
