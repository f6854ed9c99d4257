/** Tells whether a name as typed is a name as registered, in whatever script and spelling. */
@NullMarked
package org.kycvs.registry.control.names;

import org.jspecify.annotations.NullMarked;
