package org.kycvs.notification.control.mail;

import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import java.io.StringReader;
import java.util.HashMap;
import java.util.Map;
import org.kycvs.notification.entity.MailAddress;
import org.kycvs.notification.entity.MailId;
import org.kycvs.shared.crypto.Seal;

/** To whom a mail goes and what is filled into its template, as the outbox keeps it. */
public final class SealedMail {
  /** Of the seal. */
  public static final String LABEL = "kycvs/mail/1";

  private final String id;
  private final byte[] recipient;
  private final byte[] variables;

  /** As it is kept; both are bound to the mail's id. */
  SealedMail(String id, byte[] recipient, byte[] variables) {
    this.id = id;
    this.recipient = recipient.clone();
    this.variables = variables.clone();
  }

  /** Seals it. */
  public static SealedMail of(MailId id, MailAddress to, Map<String, String> variables, Seal seal) {
    JsonObjectBuilder json = Json.createObjectBuilder();
    variables.forEach(json::add);
    return new SealedMail(
        id.value(),
        seal.seal(to.value(), id.value() + "/recipient"),
        seal.seal(json.build().toString(), id.value() + "/variables"));
  }

  /** The column of that name. */
  public byte[] sealedRecipient() {
    return recipient.clone();
  }

  /** The column of that name. */
  public byte[] sealedVariables() {
    return variables.clone();
  }

  /**
   * To whom it goes.
   *
   * @throws IllegalStateException if it cannot be opened
   */
  public MailAddress recipient(Seal seal) {
    return new MailAddress(seal.openText(recipient, id + "/recipient"));
  }

  /**
   * What is filled in.
   *
   * @throws IllegalStateException if it cannot be opened
   */
  public Map<String, String> variables(Seal seal) {
    Map<String, String> values = new HashMap<>();
    try (var reader =
        Json.createReader(new StringReader(seal.openText(variables, id + "/variables")))) {
      var json = reader.readObject();
      json.keySet().forEach(name -> values.put(name, json.getString(name)));
    }
    return values;
  }
}
