/** What is counted about calls. */
@NullMarked
package org.kycvs.webshared.metrics;

import org.jspecify.annotations.NullMarked;
