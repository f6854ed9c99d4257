package org.kycvs.verification.control;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.code_intelligence.jazzer.mutation.annotation.NotNull;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.kycvs.apikey.boundary.KeyActor;
import org.kycvs.apikey.entity.ApiKey;
import org.kycvs.apikey.entity.ApiKeyHash;
import org.kycvs.apikey.entity.ApiKeyScope;
import org.kycvs.apikey.entity.KeyLimits;
import org.kycvs.apikey.entity.KeyName;
import org.kycvs.organisation.entity.Organisation;
import org.kycvs.shared.crypto.MasterKey;
import org.kycvs.shared.id.ApiKeyId;
import org.kycvs.shared.id.OrganisationId;
import org.kycvs.shared.mode.Mode;
import org.kycvs.shared.problem.ProblemCode;
import org.kycvs.shared.problem.ProblemException;
import org.kycvs.verification.entity.HistoryFilter;

/** Whatever is given as a cursor is one that we wrote, or is refused as the caller's mistake. */
class HistoryCursorsFuzzTest {
  private static final HistoryFilter ALL =
      new HistoryFilter(
          Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
  private static final HistoryCursor OURS =
      new HistoryCursor(Instant.EPOCH, "ver_0000000000000000000000");

  private final HistoryCursors cursors =
      new HistoryCursors(MasterKey.parse("AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8="));
  private final KeyActor caller = caller();

  @FuzzTest
  void read_anyText_isOursOrRefused(@NotNull String text) {
    String written = cursors.write(caller, ALL, OURS);
    assertEquals(OURS, cursors.read(caller, ALL, written));
    assertOursOrRefused(text);
    assertOursOrRefused(written + text);
    assertOursOrRefused(text + written.substring(Math.min(text.length(), written.length())));
  }

  private void assertOursOrRefused(String text) {
    try {
      assertEquals(OURS, cursors.read(caller, ALL, text));
    } catch (ProblemException e) {
      assertEquals(ProblemCode.CURSOR_INVALID, e.code());
    }
  }

  /** Only authentication makes one, and there is none here. */
  private static KeyActor caller() {
    try {
      Constructor<Organisation> organisations = Organisation.class.getDeclaredConstructor();
      organisations.setAccessible(true);
      Organisation organisation = organisations.newInstance();
      Field id = Organisation.class.getDeclaredField("id");
      id.setAccessible(true);
      id.set(organisation, OrganisationId.random().value());
      Constructor<KeyActor> actors =
          KeyActor.class.getDeclaredConstructor(ApiKey.class, Organisation.class);
      actors.setAccessible(true);
      return actors.newInstance(keyOf(organisation), organisation);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static ApiKey keyOf(Organisation organisation) {
    return ApiKey.issue(
        ApiKeyId.random(),
        new KeyName(organisation.id(), Mode.LIVE, "front desk"),
        new ApiKeyHash(new byte[32]),
        new KeyLimits(EnumSet.allOf(ApiKeyScope.class), List.of(), Optional.empty()),
        "operator",
        Instant.EPOCH);
  }
}
