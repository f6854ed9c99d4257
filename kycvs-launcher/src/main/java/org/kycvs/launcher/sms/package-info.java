/** What operators see of messages to people. */
@NullMarked
package org.kycvs.launcher.sms;

import org.jspecify.annotations.NullMarked;
