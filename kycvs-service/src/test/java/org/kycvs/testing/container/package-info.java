/** Starts Payara Micro with the boundaries and their tests: outside of the server. */
@NullMarked
package org.kycvs.testing.container;

import org.jspecify.annotations.NullMarked;
