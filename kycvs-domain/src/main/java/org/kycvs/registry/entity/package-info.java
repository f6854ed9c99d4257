/** People, their doses, and the rule that makes a status of them. */
@NullMarked
package org.kycvs.registry.entity;

import org.jspecify.annotations.NullMarked;
