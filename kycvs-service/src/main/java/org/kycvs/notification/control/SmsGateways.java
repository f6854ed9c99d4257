package org.kycvs.notification.control;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import org.kycvs.notification.entity.GatewaySettings;
import org.kycvs.notification.entity.GatewaysSettings;

/** The gateways of this installation, as this node finds them. */
@ApplicationScoped
public class SmsGateways {
  @Inject private GatewaysSettings settings;
  @Inject private GatewayFactory factory;

  private List<RunningGateway> gateways = List.of();

  @PostConstruct
  void start() {
    List<RunningGateway> started = new ArrayList<>();
    for (GatewaySettings one : settings.gateways()) {
      started.add(factory.start(one));
    }
    gateways = List.copyOf(started);
  }

  @PreDestroy
  void stop() {
    gateways.forEach(RunningGateway::close);
  }

  /** All of them, in the order of their settings. */
  public List<RunningGateway> all() {
    return gateways;
  }

  /** Whether a message would find one that works. */
  public boolean areWorking() {
    return gateways.stream().anyMatch(RunningGateway::isWorking);
  }

  /**
   * Which gateway is to be tried next for a message: of those ready with the smallest priority one
   * by lot, as their shares say.
   *
   * @param tried the names of those that did not take this message
   */
  public Optional<RunningGateway> next(Set<String> tried) {
    return next(gateways, tried);
  }

  static Optional<RunningGateway> next(List<RunningGateway> gateways, Set<String> tried) {
    List<RunningGateway> ready =
        gateways.stream()
            .filter(gateway -> !tried.contains(gateway.name()) && gateway.isReady())
            .toList();
    Optional<Integer> first =
        ready.stream().map(gateway -> gateway.settings().priority()).min(Comparator.naturalOrder());
    return first.map(
        priority ->
            drawn(
                ready.stream()
                    .filter(gateway -> gateway.settings().priority() == priority)
                    .toList()));
  }

  /** Whether each gateway there is has been tried. */
  public boolean areAllIn(Set<String> tried) {
    Set<String> left = new HashSet<>();
    gateways.forEach(gateway -> left.add(gateway.name()));
    left.removeAll(tried);
    return left.isEmpty();
  }

  private static RunningGateway drawn(List<RunningGateway> among) {
    int all = among.stream().mapToInt(gateway -> gateway.settings().share()).sum();
    int lot = ThreadLocalRandom.current().nextInt(all);
    for (RunningGateway gateway : among) {
      lot -= gateway.settings().share();
      if (lot < 0) {
        return gateway;
      }
    }
    throw new IllegalStateException("The shares do not add up");
  }
}
