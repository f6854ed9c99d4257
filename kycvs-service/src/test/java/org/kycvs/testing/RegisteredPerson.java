package org.kycvs.testing;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.kycvs.registry.control.imports.ImportOutcome;
import org.kycvs.registry.control.imports.ImportProgress;
import org.kycvs.registry.control.imports.RegistryImport;
import org.kycvs.shared.mobile.MobileNumber;
import org.kycvs.shared.time.Calendar;

/** Somebody whom a test put into the registry for itself. */
public record RegisteredPerson(MobileNumber mobile, String name, int birthYear) {
  private static final String HEADER =
      "beneficiary_reference_id,name,birth_year,gender,mobile_number,"
          + "vaccine,dose,dose_date,vaccine_batch,center_id\n";
  private static final List<String> DOSES =
      List.of("COVISHIELD,1,2021-05-01,COV1,100001", "COVISHIELD,2,2021-09-01,COV2,100001");
  private static final AtomicInteger NUMBER = new AtomicInteger();

  /** With a mobile of their own and a complete course. */
  public static RegisteredPerson vaccinated() {
    return on(freshMobile(), "Asha Kulkarni", 1985, 2);
  }

  /** With a mobile that others may have too, and so many doses of two that make a course. */
  public static RegisteredPerson on(MobileNumber mobile, String name, int birthYear, int doses) {
    long reference = 20_001_100_000_000L + NUMBER.incrementAndGet();
    StringBuilder file = new StringBuilder(HEADER);
    String person =
        String.join(
            ",",
            Long.toString(reference),
            name,
            Integer.toString(birthYear),
            "Female",
            mobile.e164());
    if (doses == 0) {
      file.append(person).append(",,,,,\n");
    }
    for (String dose : DOSES.subList(0, doses)) {
      file.append(person).append(',').append(dose).append('\n');
    }
    register(file.toString());
    return new RegisteredPerson(mobile, name, birthYear);
  }

  /** Nobody's so far. */
  public static MobileNumber freshMobile() {
    return MobileNumber.parse("+91%d".formatted(9_810_000_000L + NUMBER.incrementAndGet()));
  }

  private static void register(String file) {
    Calendar calendar = new Calendar(TestClock.INSTANCE, ZoneId.of("Asia/Kolkata"));
    try (Connection owner = OwnerDatabase.connect()) {
      ImportOutcome outcome =
          new RegistryImport(owner, AskingOrganisation.masterKey(), calendar)
              .run(
                  new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)),
                  ImportProgress.NONE);
      if (!(outcome instanceof ImportOutcome.Imported)) {
        throw new IllegalStateException(outcome.toString());
      }
    } catch (IOException | SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
