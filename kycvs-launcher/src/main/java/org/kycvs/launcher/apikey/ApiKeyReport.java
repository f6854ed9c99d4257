package org.kycvs.launcher.apikey;

import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kycvs.apikey.entity.ApiKey;
import org.kycvs.apikey.entity.ApiKeyOutcome;
import org.kycvs.apikey.entity.ApiKeyOutcome.Changed;
import org.kycvs.apikey.entity.ApiKeyOutcome.Issued;
import org.kycvs.apikey.entity.ApiKeyOutcome.Refused;
import org.kycvs.apikey.entity.RevealsApiKey;
import org.kycvs.launcher.report.Page;
import org.kycvs.launcher.report.Report;

/** What became of an act on a key; {@code %s} in the line is the key's id. A new key is shown. */
record ApiKeyReport(ApiKeyOutcome outcome, String done, ZoneId zone) implements Report {

  @Override
  public boolean isDone() {
    return !(outcome instanceof Refused);
  }

  @Override
  @RevealsApiKey(because = "Whoever issues a key hands it to the organisation")
  public String text() {
    Page page = new Page(zone);
    if (outcome instanceof Issued issued) {
      tell(issued.key(), page);
      page.line("")
          .line(issued.secret().revealOnce())
          .line("")
          .line("The key is shown this once and is not kept: put it in a safe place now.");
    } else if (outcome instanceof Changed changed) {
      tell(changed.key(), page);
    } else if (outcome instanceof Refused refused) {
      page.line("nothing was changed: " + refused.reason().explanation());
    }
    return page.text();
  }

  @Override
  @RevealsApiKey(because = "Whoever issues a key hands it to the organisation")
  public Map<String, @Nullable Object> json() {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("done", isDone());
    if (outcome instanceof Issued issued) {
      json.putAll(new KeyDetails(issued.key()).json());
      json.put("key", issued.secret().revealOnce());
    } else if (outcome instanceof Changed changed) {
      json.putAll(new KeyDetails(changed.key()).json());
    } else if (outcome instanceof Refused refused) {
      json.put("reason", refused.reason().code());
      json.put("explanation", refused.reason().explanation());
    }
    return json;
  }

  private void tell(ApiKey key, Page page) {
    page.line(done.formatted(key.id().value()));
    new KeyDetails(key).tell(page);
  }
}
