-- What a key asks for where the caller cannot say: clients of the CoWIN-compatible API know no
-- purposes.
ALTER TABLE api_key ADD COLUMN default_purpose text REFERENCES purpose;
COMMENT ON COLUMN api_key.default_purpose IS
  'Named when the key is issued, for calls that name no purpose; whether the organisation is approved for it is looked at in each call';

CREATE FUNCTION api_key_default_purpose_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.default_purpose IS NOT NULL AND OLD.default_purpose IS DISTINCT FROM NEW.default_purpose
  THEN
    RAISE EXCEPTION 'The default purpose of an API key stays' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $$;
COMMENT ON FUNCTION api_key_default_purpose_stays() IS
  'People are told a purpose: a key that is out does not begin to ask for another';

CREATE TRIGGER api_key_default_purpose_stays
  BEFORE UPDATE OF default_purpose ON api_key
  FOR EACH ROW EXECUTE FUNCTION api_key_default_purpose_stays();
