/** The development inbox, as JSON and as a page. */
@NullMarked
package org.kycvs.notification.rest;

import org.jspecify.annotations.NullMarked;
