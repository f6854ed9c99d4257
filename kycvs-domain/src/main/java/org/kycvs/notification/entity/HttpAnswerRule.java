package org.kycvs.notification.entity;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.kycvs.shared.settings.Settings;

/**
 * How an HTTP gateway's answer is read. Bodies are looked at for a place that fits.
 *
 * @param successStatus the whole of a taken message's status ({@code success-status})
 * @param successBody what a taken message's body holds ({@code success-body})
 * @param messageId its first group is the gateway's name for the message ({@code message-id})
 * @param rejectedStatus the whole of the status of a message that it will never take ({@code
 *     rejected-status})
 * @param rejectedBody what the body of such an answer holds ({@code rejected-body})
 * @param throttledStatus the whole of the status when it gets too many ({@code throttled-status})
 * @param throttledBody what the body of such an answer holds ({@code throttled-body})
 */
public record HttpAnswerRule(
    Pattern successStatus,
    Optional<Pattern> successBody,
    Optional<Pattern> messageId,
    Optional<Pattern> rejectedStatus,
    Optional<Pattern> rejectedBody,
    Pattern throttledStatus,
    Optional<Pattern> throttledBody) {
  private static final int LONGEST_ID = 80;
  private static final Duration PAUSE = Duration.ofSeconds(1);
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);

  static HttpAnswerRule from(Settings settings, String prefix) {
    return new HttpAnswerRule(
        pattern(settings, prefix + "success-status").orElse(Pattern.compile("2\\d\\d")),
        pattern(settings, prefix + "success-body"),
        group(settings, prefix + "message-id"),
        pattern(settings, prefix + "rejected-status"),
        pattern(settings, prefix + "rejected-body"),
        pattern(settings, prefix + "throttled-status").orElse(Pattern.compile("429")),
        pattern(settings, prefix + "throttled-body"));
  }

  /**
   * What became of the message.
   *
   * @param retryAfter the seconds of the header, if it has any
   */
  public Submission read(int status, String body, Optional<Long> retryAfter) {
    String code = Integer.toString(status);
    if (throttledStatus.matcher(code).matches() || holds(throttledBody, body)) {
      Duration pause = retryAfter.map(Duration::ofSeconds).orElse(PAUSE);
      return new Submission.Throttled(pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause);
    }
    if (fits(rejectedStatus, code) || holds(rejectedBody, body)) {
      return new Submission.Rejected("It answered HTTP " + status);
    }
    if (successStatus.matcher(code).matches()
        && (successBody.isEmpty() || holds(successBody, body))) {
      return new Submission.Accepted(idIn(body));
    }
    if (status == 502 || status == 504) {
      return new Submission.InDoubt("A proxy answered HTTP " + status);
    }
    return new Submission.NotSent(
        "It answered HTTP " + status + (status < 300 ? ", but not as a taken message" : ""));
  }

  private Optional<String> idIn(String body) {
    return messageId
        .map(pattern -> pattern.matcher(body))
        .filter(Matcher::find)
        .map(found -> Objects.requireNonNullElse(found.group(1), ""))
        .filter(id -> !id.isEmpty() && id.length() <= LONGEST_ID);
  }

  private static boolean fits(Optional<Pattern> pattern, String text) {
    return pattern.filter(one -> one.matcher(text).matches()).isPresent();
  }

  private static boolean holds(Optional<Pattern> pattern, String text) {
    return pattern.filter(one -> one.matcher(text).find()).isPresent();
  }

  static Optional<Pattern> pattern(Settings settings, String name) {
    return settings.text(name).map(text -> compiled(name, text));
  }

  private static Optional<Pattern> group(Settings settings, String name) {
    Optional<Pattern> pattern = pattern(settings, name);
    if (pattern.isPresent() && pattern.get().matcher("").groupCount() == 0) {
      throw Settings.wrong(
          name, pattern.get().pattern(), "a regular expression with the id in its first (group)");
    }
    return pattern;
  }

  private static Pattern compiled(String name, String text) {
    try {
      return Pattern.compile(text);
    } catch (PatternSyntaxException e) {
      throw Settings.wrong(name, text, "a regular expression as Java has them");
    }
  }
}
