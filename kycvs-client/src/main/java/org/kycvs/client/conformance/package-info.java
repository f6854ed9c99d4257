/** Whether a checker of statements accepts the good ones, and refuses each kind of bad one. */
@NullMarked
package org.kycvs.client.conformance;

import org.jspecify.annotations.NullMarked;
