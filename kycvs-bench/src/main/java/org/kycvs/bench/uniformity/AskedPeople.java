package org.kycvs.bench.uniformity;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.kycvs.bench.BenchFailedException;
import org.kycvs.bench.people.Resident;
import org.kycvs.shared.crypto.KeyedHash;
import org.kycvs.shared.crypto.MasterKey;
import org.kycvs.shared.mobile.MobileNumber;

/** People of all kinds in random order, each with a mobile of their own, asked about once. */
final class AskedPeople {
  private static final String LABEL = "kycvs/mobile/1";
  private static final String BLOCK =
      "INSERT INTO contact_block (mobile_index, organisation_id, since, until)"
          + " VALUES (?, ?, now(), now() + CAST(? AS interval))";

  private final Connection owner;
  private final KeyedHash mobileIndex;
  private final String organisation;
  private final SplittableRandom random;

  AskedPeople(Connection owner, MasterKey masterKey, String organisation, SplittableRandom random) {
    this.owner = owner;
    this.mobileIndex = masterKey.keyedHash(LABEL);
    this.organisation = organisation;
    this.random = random;
  }

  /**
   * Somebody to ask about.
   *
   * @param kind of which kind
   * @param mobile the mobile
   * @param name the name to ask with
   */
  record Asked(PersonKind kind, MobileNumber mobile, String name) {}

  /**
   * So many of each kind, in random order.
   *
   * @throws BenchFailedException if there are too few residents
   */
  List<Asked> draw(int ofEach, Iterator<Resident> residents) throws SQLException {
    List<Asked> people = new ArrayList<>();
    for (PersonKind kind : PersonKind.values()) {
      for (int i = 0; i < ofEach; i++) {
        if (!residents.hasNext()) {
          throw new BenchFailedException("too few people were made");
        }
        people.add(asked(kind, residents.next()));
      }
    }
    for (int left = people.size(); left > 1; left--) {
      Collections.swap(people, left - 1, random.nextInt(left));
    }
    return people;
  }

  private Asked asked(PersonKind kind, Resident resident) throws SQLException {
    return switch (kind) {
      case REGISTERED, CONTROL -> new Asked(kind, resident.mobile(), resident.name());
      case UNREGISTERED -> new Asked(kind, Resident.unregisteredMobile(random), resident.name());
      case WRONG_NAME -> new Asked(kind, resident.mobile(), resident.strangersName());
      case BLOCKED -> {
        block(resident.mobile(), organisation, null);
        yield new Asked(kind, resident.mobile(), resident.name());
      }
      case PAUSED -> {
        block(resident.mobile(), null, "1 day");
        yield new Asked(kind, resident.mobile(), resident.name());
      }
    };
  }

  private void block(MobileNumber mobile, @Nullable String from, @Nullable String time)
      throws SQLException {
    try (PreparedStatement insert = owner.prepareStatement(BLOCK)) {
      insert.setBytes(1, mobileIndex.of(mobile.e164()));
      insert.setString(2, from);
      insert.setString(3, time);
      insert.executeUpdate();
    }
  }
}
