/**
 * The server's process: Payara Micro with the EAR. Uses the JDK and Payara Micro's API only,
 * because nothing else is on that process's class path.
 */
@NullMarked
package org.kycvs.launcher.server;

import org.jspecify.annotations.NullMarked;
