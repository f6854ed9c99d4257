/** How EclipseLink is to behave, and transactions where there is no container. */
@NullMarked
package org.kycvs.shared.persistence;

import org.jspecify.annotations.NullMarked;
