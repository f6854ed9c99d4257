-- What the application may do with the tables of this feature; nothing else. It writes sealed values
-- of other features' tables only through the function, which wants to know what they were.
GRANT SELECT ON sealed_table TO ${applicationRole};
GRANT SELECT, INSERT, UPDATE ON seal_walk TO ${applicationRole};
GRANT EXECUTE ON FUNCTION seal_anew(text, text[], bytea[], bytea[]) TO ${applicationRole};
