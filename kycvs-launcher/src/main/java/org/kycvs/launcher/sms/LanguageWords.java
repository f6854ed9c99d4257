package org.kycvs.launcher.sms;

import org.kycvs.launcher.report.Words;
import org.kycvs.notification.entity.SmsWordings;
import picocli.CommandLine.ITypeConverter;

/** The languages that there are texts in. */
final class LanguageWords extends Words implements ITypeConverter<String> {

  LanguageWords() {
    super(SmsWordings.LANGUAGES);
  }

  @Override
  public String convert(String word) {
    return known(word);
  }
}
