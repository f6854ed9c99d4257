package org.kycvs.testing;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Optional;
import java.util.function.LongFunction;
import org.kycvs.notification.control.DevelopmentInbox;
import org.kycvs.notification.entity.SmsMessage;
import org.kycvs.notification.entity.Submission;
import org.kycvs.shared.crypto.MasterKey;

/** The inbox, unless a test says what it is to answer instead. */
@Dependent
@Alternative
@Priority(1)
public class ScriptedInbox extends DevelopmentInbox {
  /** The name that settings give it. */
  public static final String NAME = "development-inbox";

  private static final LongFunction<Optional<Submission>> TAKE = number -> Optional.empty();

  private static volatile LongFunction<Optional<Submission>> script = TAKE;

  /** As the inbox. */
  @Inject
  public ScriptedInbox(MasterKey masterKey, Clock clock) {
    super(masterKey, clock);
  }

  /** From now on it takes no message, but answers this about each by its number. */
  public static void answer(LongFunction<Submission> answers) {
    script = number -> Optional.of(answers.apply(number));
  }

  /** From now on it takes messages again. */
  public static void take() {
    script = TAKE;
  }

  @Override
  @Transactional
  public Submission submit(long number, SmsMessage message) {
    return script.apply(number).orElseGet(() -> super.submit(number, message));
  }
}
