-- What the application may do with the tables of this feature; nothing else.
GRANT SELECT ON api_key TO ${applicationRole};
