/** What runs: the supervisor, the server's process, and the file that tells of them. */
@NullMarked
package org.kycvs.launcher.run;

import org.jspecify.annotations.NullMarked;
