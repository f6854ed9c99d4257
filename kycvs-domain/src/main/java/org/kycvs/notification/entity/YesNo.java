package org.kycvs.notification.entity;

import org.kycvs.shared.settings.Settings;

/** A setting that is {@code true} or {@code false}. */
enum YesNo {
  TRUE,
  FALSE;

  static boolean read(Settings settings, String name, boolean otherwise) {
    return settings.oneOf(name, YesNo.class, otherwise ? TRUE : FALSE) == TRUE;
  }
}
