-- The application reads the registry and does what operators do to single records. Only imports,
-- under the owner role, add people or take them away.
GRANT SELECT ON person, person_version, vaccine_product, status_rule, status_rule_product
  TO ${applicationRole};
GRANT UPDATE (change, doses) ON person TO ${applicationRole};
GRANT INSERT ON person_version TO ${applicationRole};
GRANT SELECT, INSERT ON registry_change, registry_inspection, inspected_record
  TO ${applicationRole};
GRANT SELECT, INSERT, UPDATE (split_by) ON merged_record TO ${applicationRole};
GRANT SELECT, INSERT, UPDATE (outcome, sealed_reason, settled_at, settled_by) ON registry_dispute
  TO ${applicationRole};
