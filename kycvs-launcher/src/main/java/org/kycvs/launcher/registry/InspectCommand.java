package org.kycvs.launcher.registry;

import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.kycvs.launcher.imports.RegistryAccesses;
import org.kycvs.launcher.report.ReasonOption;
import org.kycvs.registry.boundary.OperatorInspection;
import org.kycvs.registry.boundary.RegistryInspections;
import org.kycvs.registry.entity.InspectedRecord;
import org.kycvs.shared.mobile.MobileNumber;
import org.kycvs.shared.mobile.MobileNumberException;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** Shows records with their versions. */
@Command(
    name = "inspect",
    description = {
      "Shows records with the versions before; that you looked is written down.",
      "Either all records on a mobile, or the one with a reference id."
    })
final class InspectCommand implements Callable<Integer> {
  private final RegistryAccesses registries;

  @ArgGroup(multiplicity = "1")
  private Whose whose = new Whose();

  @Mixin private ReasonOption reason;
  @Mixin private RegistryOptions options;

  InspectCommand(RegistryAccesses registries) {
    this.registries = registries;
  }

  @Override
  public Integer call() {
    String why = reason.text();
    return options.report(
        registries,
        registry -> {
          RegistryInspections inspections = registry.inspections();
          OperatorInspection inspection = inspections.begin(registry.operator(), why);
          return new RecordsReport(
              inspection, whose.records(inspections, inspection), registry.zone());
        });
  }

  /** Either of the two. */
  private static final class Whose {
    @Option(
        names = "--mobile",
        paramLabel = "M",
        converter = Mobiles.class,
        description = "All records on this mobile.")
    private @Nullable MobileNumber mobile;

    @Option(
        names = "--reference",
        paramLabel = "R",
        description = "The record with this reference id.")
    private long reference;

    List<InspectedRecord> records(RegistryInspections inspections, OperatorInspection inspection) {
      return mobile == null
          ? inspections.withReference(inspection, reference)
          : inspections.onMobile(inspection, mobile);
    }
  }

  /** Mobiles as people write them. */
  static final class Mobiles implements ITypeConverter<MobileNumber> {
    @Override
    public MobileNumber convert(String text) {
      try {
        return MobileNumber.parse(text);
      } catch (MobileNumberException e) {
        throw new TypeConversionException("not an Indian mobile number");
      }
    }
  }
}
