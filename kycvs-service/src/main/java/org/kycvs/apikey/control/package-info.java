/** How API keys are found and compared. */
@NullMarked
package org.kycvs.apikey.control;

import org.jspecify.annotations.NullMarked;
