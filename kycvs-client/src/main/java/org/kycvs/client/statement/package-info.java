/** Checking signed statements offline, with nothing but what the issuer publishes. */
@NullMarked
package org.kycvs.client.statement;

import org.jspecify.annotations.NullMarked;
