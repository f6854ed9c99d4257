package org.kycvs.testing.smsc;

import java.util.Map;
import java.util.Optional;

/**
 * A {@code submit_sm} as it came in.
 *
 * @param id what the centre calls it
 * @param to the phone, digits only
 * @param from the sender, with its type before it, such as {@code 5/0 VACCIN}
 * @param text the octets of {@code short_message}, or of {@code message_payload}
 * @param parameters the octets of the optional parameters, by tag
 */
public record Part(
    String id,
    String to,
    String from,
    int esmClass,
    int dataCoding,
    int registeredDelivery,
    byte[] text,
    Map<Integer, byte[]> parameters) {

  /** An optional parameter's octets. */
  public Optional<byte[]> parameter(int tag) {
    return Optional.ofNullable(parameters.get(tag));
  }
}
