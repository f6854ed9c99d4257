package org.kycvs.notification.entity;

import java.time.Duration;
import org.kycvs.shared.settings.Settings;

/**
 * How one gateway is reached by SMPP 3.4 (Short Message Peer to Peer, issue 1.2).
 *
 * @param endpoint where it is
 * @param account who we are there
 * @param form how messages are written
 * @param window how many messages may be without an answer at once, over all threads of a node
 * @param timeout how long one message may take, all its parts together
 * @param enquireLink how long the connection may be silent before it is tried
 */
public record SmppSettings(
    SmppEndpoint endpoint,
    SmppAccount account,
    SmppForm form,
    int window,
    Duration timeout,
    Duration enquireLink)
    implements GatewayConnection {
  private static final int WIDEST = 100;

  @Override
  public String kind() {
    return "smpp";
  }

  @Override
  public boolean isLocal() {
    return endpoint.isLoopback();
  }

  /**
   * Reads them.
   *
   * @param prefix such as {@code kycvs.sms.gateway.main.}
   * @throws org.kycvs.shared.settings.SettingException if one is missing or wrong
   */
  public static SmppSettings from(Settings settings, String prefix) {
    return new SmppSettings(
        SmppEndpoint.from(settings, prefix),
        SmppAccount.from(settings, prefix),
        SmppForm.from(settings, prefix),
        settings.number(prefix + "window", 10, 1, WIDEST),
        settings.duration(
            prefix + "timeout",
            Duration.ofSeconds(10),
            Duration.ofMillis(100),
            Duration.ofMinutes(1)),
        settings.duration(
            prefix + "enquire-link",
            Duration.ofSeconds(30),
            Duration.ofSeconds(1),
            Duration.ofMinutes(10)));
  }
}
