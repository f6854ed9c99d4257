/**
 * What operators may do to records, and undoing imports: each with who, why and what it was before.
 */
@NullMarked
package org.kycvs.registry.control.changes;

import org.jspecify.annotations.NullMarked;
