package org.kycvs.launcher.apikey;

import java.time.Instant;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kycvs.apikey.entity.ApiKey;
import org.kycvs.apikey.entity.ApiKeyScope;
import org.kycvs.launcher.report.Page;
import org.kycvs.shared.address.AddressRange;
import org.kycvs.shared.id.ApiKeyId;

/** What everybody who administers a key may know of it. */
record KeyDetails(ApiKey key) {

  void tell(Page page) {
    page.labelled("name", key.name().name())
        .labelled("scopes", String.join(" ", scopes()))
        .labelled("from", addresses().isEmpty() ? "anywhere" : String.join(" ", addresses()))
        .labelled("expires", key.limits().expiresAt().map(page::time).orElse("never"));
    key.limits().defaultPurpose().ifPresent(code -> page.labelled("asks for", code));
  }

  Map<String, @Nullable Object> json() {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("id", key.id().value());
    json.put("organisation", key.organisation().value());
    json.put("mode", key.mode().wire());
    json.put("name", key.name().name());
    json.put("scopes", scopes());
    json.put("addresses", addresses());
    json.put("issuedAt", key.life().issuedAt().toString());
    json.put("issuedBy", key.life().issuedBy());
    json.put("expiresAt", key.limits().expiresAt().map(Instant::toString).orElse(null));
    json.put("defaultPurpose", key.limits().defaultPurpose().orElse(null));
    json.put("revokedAt", key.life().revokedAt().map(Instant::toString).orElse(null));
    json.put("replacedBy", key.life().replacedBy().map(ApiKeyId::value).orElse(null));
    return json;
  }

  private List<String> scopes() {
    return EnumSet.copyOf(key.limits().scopes()).stream().map(ApiKeyScope::wire).toList();
  }

  private List<String> addresses() {
    return key.limits().addresses().stream().map(AddressRange::toString).toList();
  }
}
