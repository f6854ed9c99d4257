package org.kycvs.notification.control.smpp;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.kycvs.notification.control.ReceivedReports;
import org.kycvs.notification.control.SmsGateway;
import org.kycvs.notification.entity.SmppSettings;
import org.kycvs.notification.entity.SmsMessage;
import org.kycvs.notification.entity.Submission;

/** A gateway that is spoken to by SMPP 3.4, over one connection that all threads share. */
public final class SmppGateway implements SmsGateway {
  /** jsmpp logs whole messages and passwords as it is told to log more; what matters we log. */
  private static final Logger LIBRARY = Logger.getLogger("org.jsmpp");

  private static final int REPORTING_THREADS = 4;

  private final String name;
  private final SubmitPdus pdus;
  private final Submitter submitter;
  private final SmppLink link;
  private final ExecutorService reporting;

  static {
    LIBRARY.setLevel(Level.OFF);
  }

  /**
   * Begins to bind, and stays bound until closed. Returns at once.
   *
   * @param reports is told what became of messages, by threads of {@code threads}
   */
  public SmppGateway(
      String name,
      SmppSettings settings,
      ReceivedReports reports,
      ThreadFactory threads,
      Clock clock) {
    this.name = name;
    this.pdus = new SubmitPdus(settings.form());
    this.reporting = Executors.newFixedThreadPool(REPORTING_THREADS, threads);
    ReceiptIds ids = new ReceiptIds(settings.form().messageIds());
    PartReports parts = new PartReports();
    this.submitter =
        new Submitter(settings.window(), settings.timeout(), new Throttle(clock), ids, parts);
    this.link =
        new SmppLink(name, settings, new ReceiptListener(name, reports, ids, parts, reporting));
    link.open(threads);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Submission submit(long number, SmsMessage message) {
    Optional<SmppSession> session = link.session();
    if (session.isEmpty()) {
      return new Submission.NotSent("not bound");
    }
    List<SubmitPdu> parts;
    try {
      parts = pdus.of(number, message);
    } catch (IllegalArgumentException e) {
      return new Submission.Rejected("the text cannot be written as SMS");
    }
    return submitter.submit(session.get(), parts);
  }

  @Override
  public boolean isReachable() {
    return link.session().map(SmppSession::answers).orElse(false);
  }

  @Override
  public void close() {
    link.close();
    reporting.shutdown();
  }
}
