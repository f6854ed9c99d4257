/** The command {@code mail}: the outbox of mails to staff, and a test mail. */
@NullMarked
package org.kycvs.launcher.mail;

import org.jspecify.annotations.NullMarked;
