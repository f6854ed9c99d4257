/** How API keys are kept, found, compared and changed. */
@NullMarked
package org.kycvs.apikey.control;

import org.jspecify.annotations.NullMarked;
