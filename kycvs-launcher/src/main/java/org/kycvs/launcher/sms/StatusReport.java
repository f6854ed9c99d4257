package org.kycvs.launcher.sms;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.kycvs.launcher.report.Page;
import org.kycvs.launcher.report.Report;
import org.kycvs.notification.entity.GatewayStanding;
import org.kycvs.notification.entity.SmsStatus;
import org.kycvs.notification.entity.SmsStatus.NodeStanding;
import org.kycvs.notification.entity.SmsStatus.Outcomes;
import org.kycvs.notification.entity.SmsStatus.SetAside;
import org.kycvs.notification.entity.SmsStatus.Stop;

/** Tells how messages leave. */
record StatusReport(SmsStatus status, ZoneId zone) implements Report {

  @Override
  public boolean isDone() {
    return true;
  }

  @Override
  public String text() {
    Page page = new Page(zone);
    page.line("Gateways");
    if (status.nodes().isEmpty()) {
      page.line("    no node is running, or none has a gateway (KYCVS_SMS_GATEWAYS)");
    }
    for (NodeStanding node : status.nodes()) {
      GatewayStanding standing = node.standing();
      page.line(
          "    %-20s %-8s %-8s since %s"
              .formatted(
                  standing.gateway(),
                  standing.kind(),
                  word(standing.state()),
                  page.time(standing.since())));
      page.labelled("", "on " + node.node() + reason(standing));
    }
    page.line("").line("Waiting to leave");
    page.line(
        "    %d codes, %d notices".formatted(status.waiting().codes(), status.waiting().notices()));
    status.waiting().oldest().ifPresent(at -> page.line("    the oldest since " + page.time(at)));
    page.line("").line("Messages of the last hour");
    if (status.lastHour().isEmpty()) {
      page.line("    none");
    } else {
      page.line(
          "    %-20s %8s %10s %12s %9s"
              .formatted("gateway", "sent", "delivered", "undelivered", "in doubt"));
    }
    for (Outcomes one : status.lastHour()) {
      page.line(
          "    %-20s %8d %10d %12d %9d"
              .formatted(
                  one.gateway(), one.sent(), one.delivered(), one.undelivered(), one.inDoubt()));
    }
    page.line("").line("Set aside: " + status.setAsideInAll());
    for (SetAside one : status.setAside()) {
      page.line("    %d %s %s".formatted(one.id(), one.template(), one.reference()));
      page.labelled("", page.time(one.createdAt()) + ": " + one.reason());
    }
    page.line("").line("Organisations that get no codes: " + status.stops().size());
    for (Stop stop : status.stops()) {
      page.line("    " + stop.organisation().value());
      page.labelled(
          "",
          "%s: %d of %d codes redeemed; until %s, or kycvs sms release"
              .formatted(
                  word(stop.channel()), stop.redeemed(), stop.sent(), page.time(stop.until())));
    }
    return page.text();
  }

  @Override
  public Map<String, @Nullable Object> json() {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("done", true);
    json.put("gateways", each(status.nodes(), StatusReport::gateway));
    json.put("waitingCodes", status.waiting().codes());
    json.put("waitingNotices", status.waiting().notices());
    json.put("oldestWaiting", status.waiting().oldest().map(Instant::toString).orElse(null));
    json.put("lastHour", each(status.lastHour(), StatusReport::outcomes));
    json.put("setAside", status.setAsideInAll());
    json.put("newestSetAside", each(status.setAside(), StatusReport::setAside));
    json.put("stopped", each(status.stops(), StatusReport::stop));
    return json;
  }

  private static String reason(GatewayStanding standing) {
    boolean isGood =
        standing.state() == GatewayStanding.State.WORKING || standing.reason().isEmpty();
    return isGood ? "" : ": " + standing.reason();
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static <T> List<Map<String, @Nullable Object>> each(
      List<T> all, Function<T, Map<String, @Nullable Object>> json) {
    return new ArrayList<>(all.stream().map(json).toList());
  }

  private static Map<String, @Nullable Object> gateway(NodeStanding node) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("gateway", node.standing().gateway());
    json.put("kind", node.standing().kind());
    json.put("node", node.node());
    json.put("state", word(node.standing().state()));
    json.put("since", node.standing().since().toString());
    json.put("reason", node.standing().reason());
    return json;
  }

  private static Map<String, @Nullable Object> outcomes(Outcomes one) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("gateway", one.gateway());
    json.put("sent", one.sent());
    json.put("delivered", one.delivered());
    json.put("undelivered", one.undelivered());
    json.put("inDoubt", one.inDoubt());
    return json;
  }

  private static Map<String, @Nullable Object> setAside(SetAside one) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("message", Long.toString(one.id()));
    json.put("template", one.template());
    json.put("reference", one.reference());
    json.put("reason", one.reason());
    json.put("createdAt", one.createdAt().toString());
    return json;
  }

  private static Map<String, @Nullable Object> stop(Stop stop) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("organisation", stop.organisation().value());
    json.put("channel", word(stop.channel()));
    json.put("sent", stop.sent());
    json.put("redeemed", stop.redeemed());
    json.put("until", stop.until().toString());
    return json;
  }
}
