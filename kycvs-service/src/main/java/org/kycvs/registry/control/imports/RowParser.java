package org.kycvs.registry.control.imports;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.kycvs.registry.control.imports.RegistryRow.GivenDose;
import org.kycvs.registry.entity.PersonName;
import org.kycvs.shared.mobile.MobileNumber;
import org.kycvs.shared.mobile.MobileNumberException;

/** Checks the fields of a row one after the other; the first that is wrong refuses the row. */
final class RowParser {
  private static final Pattern REFERENCE = Pattern.compile("[1-9][0-9]{9,17}");
  private static final Pattern WHOLE_NUMBER = Pattern.compile("-?[0-9]{1,9}");
  private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");
  private static final int LONGEST_LIFE = 130;
  private static final int LAST_DOSE = 9;
  private static final int NAME_LENGTH = 200;

  private final LocalDate programmeStart;
  private final LocalDate today;
  private final Set<String> products;

  RowParser(LocalDate programmeStart, LocalDate today, Set<String> products) {
    this.programmeStart = programmeStart;
    this.today = today;
    this.products = Set.copyOf(products);
  }

  /** The row, or why it is refused. */
  ParsedRow parse(CsvLine line) {
    return line.fields().isEmpty()
        ? new RefusedRow(line.number(), RefusalReason.FIELD_COUNT_WRONG)
        : parse(line.number(), line.fields().get());
  }

  private ParsedRow parse(long line, CsvFields fields) {
    try {
      return new RegistryRow(
          line, reference(fields), name(fields), birthYear(fields), mobile(fields), dose(fields));
    } catch (RowRefusedException e) {
      return e.onLine(line);
    }
  }

  private static long reference(CsvFields fields) {
    String text = fields.get(RegistryColumn.REFERENCE);
    require(!text.isEmpty(), RegistryColumn.REFERENCE, RefusalReason.REFERENCE_MISSING);
    require(
        REFERENCE.matcher(text).matches(),
        RegistryColumn.REFERENCE,
        RefusalReason.REFERENCE_INVALID);
    return Long.parseLong(text);
  }

  private static PersonName name(CsvFields fields) {
    RegistryColumn column = RegistryColumn.NAME;
    String text = fields.get(column);
    require(!text.isEmpty(), column, RefusalReason.NAME_MISSING);
    require(text.length() <= NAME_LENGTH, column, RefusalReason.VALUE_INVALID);
    require(!CONTROL.matcher(text).find(), column, RefusalReason.VALUE_INVALID);
    return new PersonName(text);
  }

  private int birthYear(CsvFields fields) {
    RegistryColumn column = RegistryColumn.BIRTH_YEAR;
    int year = number(fields, column, RefusalReason.BIRTH_YEAR_NOT_A_NUMBER);
    require(
        year >= today.getYear() - LONGEST_LIFE && year <= today.getYear(),
        column,
        RefusalReason.BIRTH_YEAR_OUT_OF_RANGE);
    return year;
  }

  private static MobileNumber mobile(CsvFields fields) {
    try {
      return MobileNumber.parse(fields.get(RegistryColumn.MOBILE));
    } catch (MobileNumberException e) {
      RefusalReason reason =
          switch (e.reason()) {
            case INVALID -> RefusalReason.MOBILE_INVALID;
            case COUNTRY_NOT_SERVED -> RefusalReason.MOBILE_COUNTRY_NOT_SERVED;
          };
      throw new RowRefusedException(RegistryColumn.MOBILE, reason);
    }
  }

  /** None if product, number and day are all empty. */
  private Optional<GivenDose> dose(CsvFields fields) {
    String product = fields.get(RegistryColumn.VACCINE);
    if (product.isEmpty()
        && fields.get(RegistryColumn.DOSE).isEmpty()
        && fields.get(RegistryColumn.DOSE_DATE).isEmpty()) {
      return Optional.empty();
    }
    require(products.contains(product), RegistryColumn.VACCINE, RefusalReason.VACCINE_UNKNOWN);
    int number = number(fields, RegistryColumn.DOSE, RefusalReason.DOSE_NOT_A_NUMBER);
    require(
        number >= 1 && number <= LAST_DOSE, RegistryColumn.DOSE, RefusalReason.DOSE_OUT_OF_RANGE);
    return Optional.of(new GivenDose(number, product, day(fields)));
  }

  private LocalDate day(CsvFields fields) {
    RegistryColumn column = RegistryColumn.DOSE_DATE;
    LocalDate day;
    try {
      day = LocalDate.parse(fields.get(column));
    } catch (DateTimeParseException e) {
      throw new RowRefusedException(column, RefusalReason.DATE_INVALID);
    }
    require(!day.isAfter(today), column, RefusalReason.DATE_IN_FUTURE);
    require(!day.isBefore(programmeStart), column, RefusalReason.DATE_BEFORE_PROGRAMME);
    return day;
  }

  private static int number(CsvFields fields, RegistryColumn column, RefusalReason otherwise) {
    String text = fields.get(column);
    require(WHOLE_NUMBER.matcher(text).matches(), column, otherwise);
    return Integer.parseInt(text);
  }

  private static void require(boolean holds, RegistryColumn column, RefusalReason otherwise) {
    if (!holds) {
      throw new RowRefusedException(column, otherwise);
    }
  }
}
