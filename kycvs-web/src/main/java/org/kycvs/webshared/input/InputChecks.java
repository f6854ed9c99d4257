package org.kycvs.webshared.input;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.kycvs.webshared.problem.InputError;
import org.kycvs.webshared.problem.InvalidInputException;

/**
 * Checks the parts of one request and gathers what is wrong with any, so that the caller can mend
 * all at once. After the last part, {@link #done} refuses the request if something was wrong.
 */
public final class InputChecks {
  /** Control characters, line ends, and halves of surrogate pairs, which no UTF-8 can hold. */
  private static final Pattern NOT_TEXT = Pattern.compile("[\\p{Cc}\\p{Cs}\\p{Zl}\\p{Zp}]");

  private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,9}");

  /** RFC 3339 has years of four digits; what databases hold ends not far beyond. */
  private static final int LAST_YEAR = 9999;

  private final List<InputError> errors = new ArrayList<>();

  /** Notes an error. */
  public void refuse(String pointer, String code, String detail) {
    errors.add(new InputError(pointer, code, detail));
  }

  /** A text that must be there: not blank, without control characters, up to so many characters. */
  public String text(String pointer, @Nullable String value, int most) {
    if (value == null || value.isBlank()) {
      refuse(pointer, "missing", "This is required.");
      return "";
    }
    return optionalText(pointer, value, most).orElse("");
  }

  /** A text that may be missing. */
  public Optional<String> optionalText(String pointer, @Nullable String value, int most) {
    if (value == null) {
      return Optional.empty();
    }
    if (value.isBlank() || NOT_TEXT.matcher(value).find()) {
      refuse(pointer, "invalid", "This must be text on one line, and not blank.");
    } else if (value.codePointCount(0, value.length()) > most) {
      refuse(pointer, "too-long", "This has at most " + most + " characters.");
    } else {
      return Optional.of(value.strip());
    }
    return Optional.empty();
  }

  /** A text of a form that may be missing. */
  public Optional<String> optionalForm(
      String pointer, @Nullable String value, Pattern form, String allowed) {
    if (value == null) {
      return Optional.empty();
    }
    if (form.matcher(value).matches()) {
      return Optional.of(value);
    }
    refuse(pointer, "invalid", allowed);
    return Optional.empty();
  }

  /** A whole number that may be missing, between two bounds, both allowed. */
  public OptionalInt optionalNumber(String pointer, @Nullable Integer value, int least, int most) {
    if (value == null) {
      return OptionalInt.empty();
    }
    if (value < least || value > most) {
      refuse(pointer, "out-of-range", "This is from " + least + " to " + most + ".");
      return OptionalInt.empty();
    }
    return OptionalInt.of(value);
  }

  /** A whole number as text that may be missing, between two bounds, both allowed. */
  public OptionalInt optionalNumber(String pointer, @Nullable String value, int least, int most) {
    if (value == null) {
      return OptionalInt.empty();
    }
    if (!NUMBER.matcher(value).matches()) {
      refuse(pointer, "invalid", "This is a whole number from " + least + " to " + most + ".");
      return OptionalInt.empty();
    }
    return optionalNumber(pointer, Integer.valueOf(value), least, most);
  }

  /** A time that may be missing, in RFC 3339 form. */
  public Optional<Instant> optionalTime(String pointer, @Nullable String value) {
    if (value == null) {
      return Optional.empty();
    }
    try {
      OffsetDateTime time = OffsetDateTime.parse(value);
      if (time.getYear() >= 0 && time.getYear() <= LAST_YEAR) {
        return Optional.of(time.toInstant());
      }
    } catch (DateTimeParseException e) {
      // Refused below, as a year out of bounds is.
    }
    refuse(pointer, "invalid", "This is a time like 2026-01-31T09:30:00Z.");
    return Optional.empty();
  }

  /**
   * Ends the checks.
   *
   * @throws InvalidInputException if any part was refused
   */
  public void done() {
    if (!errors.isEmpty()) {
      throw new InvalidInputException(errors);
    }
  }
}
