/** The API key of a call, read from its headers. */
@NullMarked
package org.kycvs.apikey.rest;

import org.jspecify.annotations.NullMarked;
