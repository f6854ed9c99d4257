/** Helpers of the system tests: servers, calls, messages, people, statements. */
@NullMarked
package org.kycvs.systemtest.support;

import org.jspecify.annotations.NullMarked;
