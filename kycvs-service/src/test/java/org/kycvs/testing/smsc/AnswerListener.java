package org.kycvs.testing.smsc;

import java.util.function.Consumer;
import org.jsmpp.session.SMPPServerSession;
import org.jsmpp.session.ServerResponseDeliveryAdapter;
import org.jsmpp.session.SubmitSmResult;

/** Learns the ids of messages whose answers went out. */
final class AnswerListener extends ServerResponseDeliveryAdapter {
  private final Consumer<String> sent;

  AnswerListener(Consumer<String> sent) {
    this.sent = sent;
  }

  @Override
  public void onSubmitSmRespSent(SubmitSmResult submitSmResult, SMPPServerSession source) {
    sent.accept(submitSmResult.getMessageId());
  }
}
