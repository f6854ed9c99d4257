/** How the registry is read, matched and filled. */
@NullMarked
package org.kycvs.registry.control;

import org.jspecify.annotations.NullMarked;
