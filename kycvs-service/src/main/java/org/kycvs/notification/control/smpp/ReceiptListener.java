package org.kycvs.notification.control.smpp;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jsmpp.SMPPConstant;
import org.jsmpp.bean.AlertNotification;
import org.jsmpp.bean.DataSm;
import org.jsmpp.bean.DeliverSm;
import org.jsmpp.bean.MessageType;
import org.jsmpp.bean.OptionalParameter;
import org.jsmpp.bean.OptionalParameter.Tag;
import org.jsmpp.extra.ProcessRequestException;
import org.jsmpp.session.DataSmResult;
import org.jsmpp.session.MessageReceiverListener;
import org.jsmpp.session.Session;
import org.kycvs.notification.control.ReceivedReports;
import org.kycvs.notification.entity.DeliveryReport;

/**
 * Takes what a gateway sends: delivery receipts are passed on, and only then acknowledged; all else
 * is acknowledged and forgotten, messages that people send among it. Nothing of it is logged.
 */
final class ReceiptListener implements MessageReceiverListener {
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final int TYPE = 0x3C;
  private static final int TWO_OCTETS = 0xFFFF;

  private final String gateway;
  private final ReceivedReports reports;
  private final ReceiptIds ids;
  private final PartReports parts;
  private final ExecutorService threads;

  /** The given threads call {@code reports}: jsmpp's own are not the server's. */
  ReceiptListener(
      String gateway,
      ReceivedReports reports,
      ReceiptIds ids,
      PartReports parts,
      ExecutorService threads) {
    this.gateway = gateway;
    this.reports = reports;
    this.ids = ids;
    this.parts = parts;
    this.threads = threads;
  }

  @Override
  public void onAcceptDeliverSm(DeliverSm deliverSm) throws ProcessRequestException {
    if (!isReceipt(deliverSm)) {
      return;
    }
    Receipt receipt =
        Receipt.of(
            text(deliverSm.getOptionalParameter(Tag.RECEIPTED_MESSAGE_ID.code())),
            octet(deliverSm.getOptionalParameter(Tag.MESSAGE_STATE.code())),
            content(deliverSm));
    OptionalInt reference =
        number(deliverSm.getOptionalParameter(Tag.USER_MESSAGE_REFERENCE.code()));
    if (receipt.messageId().isPresent() && receipt.report().isPresent()) {
      String id = ids.ofReport(receipt.messageId().get());
      kept(threads, () -> pass(id, receipt.report().get(), reference));
    }
  }

  private void pass(String id, DeliveryReport report, OptionalInt reference) {
    Optional<PartReports.Told> told = parts.heard(id, report);
    if (told.isEmpty()) {
      return;
    }
    // Sixteen bits are those of many messages: they count only where the id tells nothing.
    if (reference.isPresent() && !parts.isAnswered(id)) {
      reports.ofNumber(gateway, reference.getAsInt(), id, report);
    } else {
      reports.of(gateway, told.get().messageId(), told.get().report());
    }
  }

  /** Some gateways say nothing of the kind and mean it: then the optional parameter tells. */
  private static boolean isReceipt(DeliverSm deliverSm) {
    int type = deliverSm.getEsmClass() & TYPE;
    return type == MessageType.SMSC_DEL_RECEIPT.value()
        || (type == 0 && deliverSm.getOptionalParameter(Tag.RECEIPTED_MESSAGE_ID.code()) != null);
  }

  /** Has it kept, or the gateway told that it is to send it again. */
  private static void kept(ExecutorService threads, Runnable keeping)
      throws ProcessRequestException {
    Future<?> kept = null;
    try {
      kept = threads.submit(keeping);
      kept.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw again();
    } catch (TimeoutException e) {
      kept.cancel(true);
      throw again();
    } catch (ExecutionException | RejectedExecutionException e) {
      throw again();
    }
  }

  private static ProcessRequestException again() {
    return new ProcessRequestException("Send it again", SMPPConstant.STAT_ESME_RX_T_APPN);
  }

  private static String content(DeliverSm deliverSm) {
    byte[] text = deliverSm.getShortMessage();
    if (text == null || text.length == 0) {
      return deliverSm.getOptionalParameter(Tag.MESSAGE_PAYLOAD.code())
              instanceof OptionalParameter.OctetString payload
          ? new String(payload.getValue(), StandardCharsets.ISO_8859_1)
          : "";
    }
    return new String(text, StandardCharsets.ISO_8859_1);
  }

  /** Up to the first zero octet, which some gateways leave out. */
  private static Optional<String> text(OptionalParameter parameter) {
    if (!(parameter instanceof OptionalParameter.OctetString octets)) {
      return Optional.empty();
    }
    String text = new String(octets.getValue(), StandardCharsets.ISO_8859_1);
    int end = text.indexOf('\0');
    return Optional.of((end < 0 ? text : text.substring(0, end)).strip());
  }

  private static OptionalInt octet(OptionalParameter parameter) {
    return parameter instanceof OptionalParameter.Byte octet
        ? OptionalInt.of(octet.getValue())
        : OptionalInt.empty();
  }

  private static OptionalInt number(OptionalParameter parameter) {
    return parameter instanceof OptionalParameter.Short number
        ? OptionalInt.of(number.getValue() & TWO_OCTETS)
        : OptionalInt.empty();
  }

  @Override
  public void onAcceptAlertNotification(AlertNotification alertNotification) {
    // It tells that a phone is there again, which nobody here waits for.
  }

  @Override
  public DataSmResult onAcceptDataSm(DataSm dataSm, Session source) throws ProcessRequestException {
    throw new ProcessRequestException(
        "Receipts come in deliver_sm", SMPPConstant.STAT_ESME_RX_R_APPN);
  }
}
