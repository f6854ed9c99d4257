/** How EclipseLink is to behave. */
@NullMarked
package org.kycvs.shared.persistence;

import org.jspecify.annotations.NullMarked;
