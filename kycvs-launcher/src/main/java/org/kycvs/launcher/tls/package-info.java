/** TLS at the server itself: its certificate and key from files, and how commands trust it. */
@NullMarked
package org.kycvs.launcher.tls;

import org.jspecify.annotations.NullMarked;
