package org.kycvs.launcher.organisation;

import org.kycvs.shared.id.OrganisationId;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.TypeConversionException;

/** Which organisation. */
public final class OrganisationParameter {
  @Parameters(
      paramLabel = "ORG",
      converter = Ids.class,
      description = "The organisation's id, org_…")
  private OrganisationId id;

  /** Its id, which need not be known. */
  public OrganisationId id() {
    return id;
  }

  @Override
  public String toString() {
    return id.value();
  }

  /** Reads ids. */
  static final class Ids implements ITypeConverter<OrganisationId> {
    @Override
    public OrganisationId convert(String text) {
      return OrganisationId.parse(text)
          .orElseThrow(
              () ->
                  new TypeConversionException(
                      "'" + text + "' is no organisation's id: org_ and 22 letters and digits"));
    }
  }
}
