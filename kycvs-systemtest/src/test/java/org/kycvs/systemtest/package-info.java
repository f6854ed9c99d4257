/** The system as its users meet it: command line, HTTP and {@code run.json}, nothing else. */
@NullMarked
package org.kycvs.systemtest;

import org.jspecify.annotations.NullMarked;
