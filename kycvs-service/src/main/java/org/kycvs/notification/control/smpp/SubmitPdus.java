package org.kycvs.notification.control.smpp;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jsmpp.bean.OptionalParameter;
import org.jsmpp.bean.OptionalParameter.Tag;
import org.kycvs.notification.control.smpp.SubmitPdu.Address;
import org.kycvs.notification.entity.Dlt;
import org.kycvs.notification.entity.SmppForm;
import org.kycvs.notification.entity.SmppForm.LongMessages;
import org.kycvs.notification.entity.SmppTags;
import org.kycvs.notification.entity.SmsEncoding;
import org.kycvs.notification.entity.SmsMessage;
import org.kycvs.notification.entity.SmsParts;

/** Writes a message as the {@code submit_sm}s of its parts. */
final class SubmitPdus {
  private static final int UDHI = 0x40;
  private static final int UCS2 = 8;
  private static final int OCTET = 0xFF;
  private static final int TWO_OCTETS = 0xFFFF;
  private static final byte[] NONE = {};

  private final SmppForm form;

  SubmitPdus(SmppForm form) {
    this.form = form;
  }

  /**
   * The parts, in the order in which they are to be sent. The number's reference goes with the last
   * only: that is sent when all others were taken, so whoever hears of it knows that all were.
   *
   * @throws IllegalArgumentException if the text cannot be written
   */
  List<SubmitPdu> of(long number, SmsMessage message) {
    SmsParts parts = SmsParts.of(message.text());
    if (form.longMessages() == LongMessages.PAYLOAD && parts.count() > 1) {
      return List.of(whole(number, message, parts.encoding()));
    }
    List<SubmitPdu> pdus = new ArrayList<>();
    List<byte[]> texts = parts.bytes();
    for (int part = 1; part <= texts.size(); part++) {
      pdus.add(part(number, message, parts.encoding(), texts.get(part - 1), part, texts.size()));
    }
    return pdus;
  }

  private SubmitPdu whole(long number, SmsMessage message, SmsEncoding encoding) {
    List<OptionalParameter> parameters = parameters(message.dlt());
    reference(number).ifPresent(parameters::add);
    parameters.add(new OptionalParameter.Message_payload(encoding.bytes(message.text())));
    return pdu(message, 0, encoding, NONE, parameters);
  }

  private SubmitPdu part(
      long number, SmsMessage message, SmsEncoding encoding, byte[] text, int part, int of) {
    List<OptionalParameter> parameters = parameters(message.dlt());
    if (part == of) {
      reference(number).ifPresent(parameters::add);
    }
    if (of == 1) {
      return pdu(message, 0, encoding, text, parameters);
    }
    if (form.longMessages() == LongMessages.SAR) {
      parameters.add(
          new OptionalParameter.Short(Tag.SAR_MSG_REF_NUM, (short) (number & TWO_OCTETS)));
      parameters.add(new OptionalParameter.Byte(Tag.SAR_TOTAL_SEGMENTS, (byte) of));
      parameters.add(new OptionalParameter.Byte(Tag.SAR_SEGMENT_SEQNUM, (byte) part));
      return pdu(message, 0, encoding, text, parameters);
    }
    return pdu(message, UDHI, encoding, withHeader(number, text, part, of), parameters);
  }

  /** Concatenation with an 8-bit reference (3GPP TS 23.040, 9.2.3.24.1). */
  private static byte[] withHeader(long number, byte[] text, int part, int of) {
    byte[] header = {5, 0, 3, (byte) (number & OCTET), (byte) of, (byte) part};
    byte[] all = new byte[header.length + text.length];
    System.arraycopy(header, 0, all, 0, header.length);
    System.arraycopy(text, 0, all, header.length, text.length);
    return all;
  }

  private SubmitPdu pdu(
      SmsMessage message,
      int esmClass,
      SmsEncoding encoding,
      byte[] text,
      List<OptionalParameter> parameters) {
    return new SubmitPdu(
        source(message.dlt()),
        Address.of(
            form.destinationTon(), form.destinationNpi(), message.to().e164().replace("+", "")),
        esmClass,
        encoding == SmsEncoding.UCS2 ? UCS2 : form.gsmDataCoding(),
        switch (form.receipts()) {
          case NONE -> 0;
          case FINAL -> 1;
          case FAILURES -> 2;
        },
        text,
        parameters);
  }

  private Address source(Dlt dlt) {
    String sender = dlt.header().or(form::source).orElse("");
    boolean number = !sender.isEmpty() && sender.chars().allMatch(Character::isDigit);
    int ton = sender.isEmpty() ? 0 : number ? 1 : 5;
    return Address.of(
        form.sourceTon().orElse(ton), form.sourceNpi().orElse(number ? 1 : 0), sender);
  }

  private List<OptionalParameter> parameters(Dlt dlt) {
    SmppTags tags = form.tags();
    List<OptionalParameter> parameters = new ArrayList<>();
    text(tags.entity(), dlt.entityId()).ifPresent(parameters::add);
    text(tags.template(), dlt.templateId()).ifPresent(parameters::add);
    text(tags.chain(), tags.chainValue()).ifPresent(parameters::add);
    return parameters;
  }

  private Optional<OptionalParameter> text(OptionalInt tag, Optional<String> value) {
    if (tag.isEmpty()) {
      return Optional.empty();
    }
    String end = form.tags().terminated() ? "\0" : "";
    return value
        .map(text -> (text + end).getBytes(StandardCharsets.US_ASCII))
        .map(octets -> new OptionalParameter.OctetString((short) tag.getAsInt(), octets));
  }

  private Optional<OptionalParameter> reference(long number) {
    return form.tags().userMessageReference()
        ? Optional.of(
            new OptionalParameter.Short(Tag.USER_MESSAGE_REFERENCE, (short) (number & TWO_OCTETS)))
        : Optional.empty();
  }
}
