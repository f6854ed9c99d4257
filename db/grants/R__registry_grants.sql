-- The application reads the registry; only imports, under the owner role, write it.
GRANT SELECT ON person, dose, vaccine_product, status_rule, status_rule_product
  TO ${applicationRole};
