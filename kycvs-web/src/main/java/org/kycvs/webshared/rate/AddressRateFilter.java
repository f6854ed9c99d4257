package org.kycvs.webshared.rate;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;
import org.kycvs.shared.rate.RateStanding;
import org.kycvs.webshared.edge.ClientAddress;

/**
 * Refuses calls from an address that makes too many, before anything else is looked at. The address
 * is named in the headers only then; else they tell of the key.
 */
@Provider
@PreMatching
@Priority(AddressRateFilter.FIRST)
public class AddressRateFilter implements ContainerRequestFilter {
  static final int FIRST = 100;

  @Context private HttpServletRequest request;
  @Inject private ClientAddress addresses;
  @Inject private AddressRates rates;

  @Override
  public void filter(ContainerRequestContext call) {
    RateStanding standing = rates.count(addresses.of(request));
    if (!standing.isAllowed()) {
      RateFields.keep(request, standing);
      throw standing.refusal(
          "More requests come from your address than may. Try again when Retry-After is over.");
    }
  }
}
