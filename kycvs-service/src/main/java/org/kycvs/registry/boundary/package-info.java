/** The way in to the registry: one person's status, for whoever holds the person's consent. */
@NullMarked
package org.kycvs.registry.boundary;

import org.jspecify.annotations.NullMarked;
