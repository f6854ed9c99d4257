package org.kycvs.webhook.control.http;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/** Finds the addresses of a name. */
@FunctionalInterface
public interface AddressLookUp {

  /**
   * All addresses of a name; of an address in numbers itself.
   *
   * @throws UnknownHostException if it has none
   */
  List<InetAddress> of(String host) throws UnknownHostException;

  /** As this machine does it: by its files and DNS servers. */
  static AddressLookUp ofThisMachine() {
    return host -> List.of(InetAddress.getAllByName(host));
  }
}
