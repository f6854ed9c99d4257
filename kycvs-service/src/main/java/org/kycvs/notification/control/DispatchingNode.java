package org.kycvs.notification.control;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.InetAddress;
import java.net.UnknownHostException;
import org.kycvs.shared.id.RandomText;

/** What this node calls itself in what it takes: another name after each start. */
@ApplicationScoped
public class DispatchingNode {
  private static final int LONGEST_HOST = 60;

  private final String name = host() + "/" + RandomText.base62(8);

  /** The name. */
  public String name() {
    return name;
  }

  private static String host() {
    try {
      String host = InetAddress.getLocalHost().getHostName();
      return host.length() <= LONGEST_HOST ? host : host.substring(0, LONGEST_HOST);
    } catch (UnknownHostException e) {
      return "unnamed";
    }
  }
}
