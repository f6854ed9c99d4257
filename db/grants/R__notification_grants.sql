-- What the application may do with the tables of this feature; nothing else.
GRANT SELECT, INSERT, UPDATE ON sms_outbox TO ${applicationRole};
GRANT SELECT, INSERT ON development_inbox TO ${applicationRole};
GRANT SELECT, INSERT, UPDATE, DELETE ON sms_quota TO ${applicationRole};
GRANT SELECT, INSERT, UPDATE ON mail_outbox TO ${applicationRole};
GRANT SELECT, INSERT ON development_mail TO ${applicationRole};
GRANT SELECT, INSERT, UPDATE, DELETE ON sms_early_report TO ${applicationRole};
GRANT SELECT, INSERT, UPDATE, DELETE ON sms_gateway_standing TO ${applicationRole};
GRANT SELECT, INSERT, UPDATE, DELETE ON sms_conversion TO ${applicationRole};
GRANT SELECT, INSERT, UPDATE ON sms_stop TO ${applicationRole};
