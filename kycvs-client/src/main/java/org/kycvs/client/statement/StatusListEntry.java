package org.kycvs.client.statement;

import java.text.ParseException;
import java.util.Map;
import java.util.Optional;

/**
 * The place of a statement in a status list.
 *
 * @param uri names the list, and is where it is published
 * @param index the place in it, from 0
 */
public record StatusListEntry(String uri, int index) {
  private static final String CLAIM = "statusList";

  /** The claim, if there is one; a statement that has a broken one is no statement. */
  static Optional<StatusListEntry> read(ClaimReader claims) throws ParseException {
    Optional<Map<String, Object>> members = claims.optionalObject(CLAIM);
    if (members.isEmpty()) {
      return Optional.empty();
    }
    ClaimReader entry = new ClaimReader(members.get());
    return Optional.of(
        new StatusListEntry(entry.text("uri"), (int) entry.number("idx", StatusList.MOST - 1)));
  }
}
