package org.kycvs.launcher.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.kycvs.registry.entity.Dose;
import org.kycvs.registry.entity.PersonName;
import org.kycvs.registry.entity.RecordVersion;
import org.kycvs.shared.mobile.MobileNumber;

class CorrectionsTest {
  private static final LocalDate DAY = LocalDate.of(2021, 5, 1);
  private static final Dose TOLD = Dose.given(1, "COVISHIELD", DAY);
  private static final Dose MENDED = Dose.given(1, "COVAXIN", DAY);
  private static final Dose MENDED_AGAIN = Dose.given(1, "JANSSEN", DAY);

  private final List<RecordVersion> versions = new ArrayList<>();

  @Test
  void source_correctedTwice_isWhatTheSourceSaid() {
    add("import", TOLD);
    add("correction", MENDED);
    add("correction", MENDED_AGAIN);
    assertEquals(Optional.of(TOLD), source(0));
    assertEquals(Optional.of(TOLD), source(1));
    assertEquals(Optional.empty(), source(2));
  }

  @Test
  void source_correctedBack_isNone() {
    add("import", TOLD);
    add("correction", MENDED);
    add("correction", TOLD);
    assertEquals(Optional.empty(), source(0));
  }

  @Test
  void source_revokedAfterwards_isStillToldApart() {
    add("import", TOLD);
    add("correction", MENDED);
    add("revocation", MENDED.revoked(Instant.EPOCH));
    assertEquals(Optional.of(TOLD), source(0));
  }

  @Test
  void source_importedOtherwise_isNone() {
    add("import", TOLD);
    add("correction", MENDED);
    add("import", MENDED_AGAIN);
    assertEquals(Optional.empty(), source(0));
    assertEquals(Optional.of(TOLD), source(1));
  }

  private void add(String kind, Dose dose) {
    versions.add(
        0,
        new RecordVersion(
            "chg_" + versions.size(),
            kind,
            Instant.EPOCH,
            "operator:opr_1",
            Optional.empty(),
            new PersonName("Asha Rao"),
            MobileNumber.ofStored("+917999999999"),
            1980,
            List.of(dose)));
  }

  private Optional<Dose> source(int version) {
    RecordVersion of = versions.get(version);
    return new Corrections(versions).source(of, of.doses().get(0));
  }
}
