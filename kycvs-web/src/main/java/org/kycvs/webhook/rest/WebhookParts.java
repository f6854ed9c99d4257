package org.kycvs.webhook.rest;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kycvs.shared.problem.ProblemCode;
import org.kycvs.shared.problem.ProblemException;
import org.kycvs.webhook.entity.WebhookSettings;
import org.kycvs.webhook.entity.WebhookTarget;
import org.kycvs.webhook.entity.WebhookType;
import org.kycvs.webshared.input.InputChecks;

/** The parts that the bodies about webhooks share. */
final class WebhookParts {
  static final int LONGEST_DESCRIPTION = 200;

  private static final String URL = "/url";
  private static final String TYPES = "/types";
  private static final String ALLOWED_TYPES =
      WebhookType.wanted().stream().map(WebhookType::wire).collect(Collectors.joining(", "));

  private WebhookParts() {}

  /** A URL that something may be sent to, as far as it can be told from it; empty if refused. */
  static String url(InputChecks checks, @Nullable String value, WebhookSettings settings) {
    String url = checks.text(URL, value, WebhookTarget.LONGEST);
    if (!url.isEmpty()) {
      WebhookTarget.objection(url, settings.allowLoopback())
          .ifPresent(objection -> checks.refuse(URL, "invalid", objection));
    }
    return url;
  }

  /** The types of events that are wanted, each once; empty if refused. */
  static List<WebhookType> types(InputChecks checks, @Nullable List<@Nullable String> values) {
    if (values == null || values.isEmpty()) {
      checks.refuse(TYPES, "missing", "At least one of " + ALLOWED_TYPES + ".");
      return List.of();
    }
    Set<WebhookType> types = new LinkedHashSet<>();
    for (int i = 0; i < values.size(); i++) {
      Optional<WebhookType> type =
          Optional.ofNullable(values.get(i))
              .flatMap(WebhookType::parse)
              .filter(WebhookType.wanted()::contains);
      if (type.isEmpty()) {
        checks.refuse(TYPES + "/" + i, "invalid", "One of " + ALLOWED_TYPES + ".");
        break;
      }
      types.add(type.get());
    }
    return List.copyOf(types);
  }

  /** The refusal of an id that cannot be one. */
  static ProblemException noSuchWebhook() {
    return new ProblemException(
        ProblemCode.WEBHOOK_NOT_FOUND, "Your organisation has no such webhook in this mode.");
  }
}
