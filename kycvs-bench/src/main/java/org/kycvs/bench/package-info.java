/** What every benchmark needs of whoever runs it: databases to throw away, and somebody to tell. */
@NullMarked
package org.kycvs.bench;

import org.jspecify.annotations.NullMarked;
