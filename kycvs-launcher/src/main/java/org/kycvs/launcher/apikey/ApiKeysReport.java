package org.kycvs.launcher.apikey;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kycvs.apikey.entity.ApiKey;
import org.kycvs.apikey.entity.LastUse;
import org.kycvs.apikey.entity.ListedApiKey;
import org.kycvs.launcher.report.Page;
import org.kycvs.launcher.report.Report;

/** Lists an organisation's keys, dead ones too. */
record ApiKeysReport(List<ListedApiKey> keys, Instant now, ZoneId zone) implements Report {

  @Override
  public boolean isDone() {
    return true;
  }

  @Override
  public String text() {
    if (keys.isEmpty()) {
      return "The organisation has no API key.";
    }
    Page page = new Page(zone);
    for (ListedApiKey listed : keys) {
      ApiKey key = listed.key();
      page.line(key.id() + "  " + key.mode().wire() + "  " + state(key));
      new KeyDetails(key).tell(page);
      key.life().replacedBy().ifPresent(next -> page.labelled("now", next.value()));
      page.labelled("issued", page.time(key.life().issuedAt()) + " by " + key.life().issuedBy());
      page.labelled("used", listed.lastUse().map(use -> tell(use, page)).orElse("never"));
    }
    return page.text();
  }

  @Override
  public Map<String, @Nullable Object> json() {
    return Map.of("apiKeys", keys.stream().map(this::json).toList());
  }

  private Map<String, @Nullable Object> json(ListedApiKey listed) {
    Map<String, @Nullable Object> json = new KeyDetails(listed.key()).json();
    json.put("live", listed.key().isLiveAt(now));
    json.put("lastUsedAt", listed.lastUse().map(use -> use.at().toString()).orElse(null));
    json.put("lastUsedFrom", listed.lastUse().map(use -> use.from().toString()).orElse(null));
    return json;
  }

  private String state(ApiKey key) {
    if (key.isRevoked()) {
      return "revoked";
    }
    if (key.isExpiredAt(now)) {
      return key.isRolled() ? "rolled" : "expired";
    }
    return key.isRolled() ? "rolled, still usable" : "in use";
  }

  private static String tell(LastUse use, Page page) {
    return page.time(use.at()) + " from " + use.from();
  }
}
