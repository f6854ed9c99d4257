package org.kycvs.launcher.masterkey;

import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kycvs.launcher.report.Page;
import org.kycvs.launcher.report.Report;
import org.kycvs.sealing.entity.MasterKeyStatus;
import org.kycvs.sealing.entity.SealCount;
import org.kycvs.sealing.entity.WalkState;
import org.kycvs.shared.crypto.KnownMasterKey;

/** Shows the keys, what is sealed with which, and what does not open. */
record StatusReport(MasterKeyStatus status, ZoneId zone) implements Report {

  @Override
  public boolean isDone() {
    return true;
  }

  @Override
  public String text() {
    Page page = new Page(zone);
    for (KnownMasterKey key : status.keys()) {
      page.line(key.id() + "  " + does(key));
      tell(Optional.of(key.id()), page);
    }
    if (of(Optional.empty()).findAny().isPresent()) {
      page.line("other keys, which the key file lacks");
      tell(Optional.empty(), page);
    }
    for (WalkState walk : status.walks()) {
      if (!walk.isFinished()) {
        page.line(walk.table() + " is being sealed anew with " + walk.masterKey());
      }
      if (walk.unopened() > 0) {
        page.line(walk.unopened() + " rows of " + walk.table() + " do not open");
      }
    }
    return page.text();
  }

  @Override
  public Map<String, @Nullable Object> json() {
    List<Map<String, Object>> walks =
        status.walks().stream()
            .map(
                walk ->
                    Map.<String, Object>of(
                        "table", walk.table(),
                        "key", walk.masterKey(),
                        "sealedAnew", walk.sealedAnew(),
                        "unopened", walk.unopened(),
                        "finished", walk.isFinished()))
            .toList();
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("keys", status.keys().stream().map(this::json).toList());
    json.put("otherKeys", counts(Optional.empty()));
    json.put("walks", walks);
    return json;
  }

  private Map<String, Object> json(KnownMasterKey key) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("id", key.id());
    json.put("root", key.isRoot());
    json.put("seals", key.seals());
    json.put("prepared", key.isPrepared());
    json.put("values", of(Optional.of(key.id())).mapToLong(SealCount::values).sum());
    json.put("places", counts(Optional.of(key.id())));
    return json;
  }

  private Map<String, Object> counts(Optional<String> key) {
    Map<String, Object> counts = new LinkedHashMap<>();
    of(key).forEach(count -> counts.merge(count.place(), count.values(), StatusReport::sum));
    return counts;
  }

  private static Object sum(Object one, Object other) {
    return (Long) one + (Long) other;
  }

  private void tell(Optional<String> key, Page page) {
    counts(key).forEach((place, values) -> page.line("    " + values + "  " + place));
    if (counts(key).isEmpty()) {
      page.line("    nothing is sealed with it");
    }
  }

  private Stream<SealCount> of(Optional<String> key) {
    return status.counts().stream().filter(count -> count.masterKey().equals(key));
  }

  private static String does(KnownMasterKey key) {
    String opens = key.seals() ? "seals and opens" : "opens";
    if (key.isPrepared()) {
      return "prepared: opens, does not seal yet";
    }
    return key.isRoot() ? "root, " + opens : opens;
  }
}
