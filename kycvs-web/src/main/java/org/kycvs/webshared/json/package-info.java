/** JSON in and out, strictly. */
@NullMarked
package org.kycvs.webshared.json;

import org.jspecify.annotations.NullMarked;
