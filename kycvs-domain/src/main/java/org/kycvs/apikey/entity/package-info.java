/** API keys, as kept and as presented. */
@NullMarked
package org.kycvs.apikey.entity;

import org.jspecify.annotations.NullMarked;
