package org.kycvs.launcher.sms;

import java.util.stream.Stream;
import org.kycvs.launcher.report.Words;
import org.kycvs.notification.entity.SmsTemplate;
import picocli.CommandLine.ITypeConverter;

/** The ids of templates. */
final class TemplateWords extends Words implements ITypeConverter<SmsTemplate> {

  TemplateWords() {
    super(Stream.of(SmsTemplate.values()).map(SmsTemplate::id).toList());
  }

  @Override
  public SmsTemplate convert(String word) {
    String id = known(word);
    return Stream.of(SmsTemplate.values())
        .filter(template -> template.id().equals(id))
        .findFirst()
        .orElseThrow();
  }
}
