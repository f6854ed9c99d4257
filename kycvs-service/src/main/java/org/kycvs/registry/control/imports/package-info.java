/** Takes registry files in: all of a file or nothing, at the speed of a copy. */
@NullMarked
package org.kycvs.registry.control.imports;

import org.jspecify.annotations.NullMarked;
