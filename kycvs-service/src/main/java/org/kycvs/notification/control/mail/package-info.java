/** How mails to staff leave: their outbox, SMTP, the development inbox. */
@NullMarked
package org.kycvs.notification.control.mail;

import org.jspecify.annotations.NullMarked;
