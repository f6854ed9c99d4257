/** What a person said yes to, and the receipt of it. */
@NullMarked
package org.kycvs.consent.entity;

import org.jspecify.annotations.NullMarked;
