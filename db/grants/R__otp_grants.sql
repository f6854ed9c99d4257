-- What the application may do with the tables of this feature; nothing else.
GRANT SELECT, INSERT, UPDATE ON otp_challenge TO ${applicationRole};
GRANT SELECT, INSERT, UPDATE, DELETE ON code_budget TO ${applicationRole};
