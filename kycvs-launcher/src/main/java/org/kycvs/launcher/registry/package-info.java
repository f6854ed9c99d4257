/** The commands that administer the registry: imports, single records, disputes. */
@NullMarked
package org.kycvs.launcher.registry;

import org.jspecify.annotations.NullMarked;
