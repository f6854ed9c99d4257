/** What all outboxes share: how their workers are driven, and how long they wait between tries. */
@NullMarked
package org.kycvs.shared.outbox;

import org.jspecify.annotations.NullMarked;
