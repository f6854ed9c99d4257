/** Makes the documentation site while building: Markdown, the changelog and the API's contract. */
@NullMarked
package org.kycvs.docs;

import org.jspecify.annotations.NullMarked;
