package org.kycvs.webshared.edge;

import static org.junit.jupiter.api.Assertions.assertEquals;

import jakarta.servlet.DispatcherType;
import org.junit.jupiter.api.Test;

class EdgeFilterTest {
  @Test
  void caching_asset_isKeptForAnHour() {
    assertEquals("max-age=3600", EdgeFilter.caching(DispatcherType.REQUEST, "/assets/kycvs.css"));
  }

  @Test
  void caching_documentation_isKeptForMinutes() {
    assertEquals("max-age=300", EdgeFilter.caching(DispatcherType.REQUEST, "/docs"));
  }

  @Test
  void caching_missingAsset_isNotKept() {
    assertEquals("no-store", EdgeFilter.caching(DispatcherType.ERROR, "/docs"));
    assertEquals("no-store", EdgeFilter.caching(DispatcherType.ERROR, "/assets/kycvs.css"));
  }

  @Test
  void caching_anythingElse_isNotKept() {
    assertEquals("no-store", EdgeFilter.caching(DispatcherType.REQUEST, "/api/v1/verifications"));
    assertEquals("no-store", EdgeFilter.caching(DispatcherType.REQUEST, "/assets"));
  }
}
