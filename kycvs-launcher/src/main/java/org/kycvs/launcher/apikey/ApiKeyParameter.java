package org.kycvs.launcher.apikey;

import org.kycvs.shared.id.ApiKeyId;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.TypeConversionException;

/** Which key. */
final class ApiKeyParameter {
  @Parameters(paramLabel = "KEY", converter = Ids.class, description = "The key's id, key_…")
  private ApiKeyId id;

  ApiKeyId id() {
    return id;
  }

  /** Reads ids; a whole key is not repeated in the refusal. */
  static final class Ids implements ITypeConverter<ApiKeyId> {
    @Override
    public ApiKeyId convert(String text) {
      return ApiKeyId.parse(text)
          .orElseThrow(
              () ->
                  new TypeConversionException(
                      "this is no API key's id: key_ and the 22 characters of the key that name"
                          + " it"));
    }
  }
}
