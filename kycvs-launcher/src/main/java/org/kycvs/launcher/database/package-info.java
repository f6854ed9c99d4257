/** The database: the embedded PostgreSQL or another one, its roles and its migrations. */
@NullMarked
package org.kycvs.launcher.database;

import org.jspecify.annotations.NullMarked;
