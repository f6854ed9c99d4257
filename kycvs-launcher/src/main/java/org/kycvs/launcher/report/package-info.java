/** What commands of administration share: where the database is, and how they answer. */
@NullMarked
package org.kycvs.launcher.report;

import org.jspecify.annotations.NullMarked;
