package org.kycvs.docs;

/**
 * A heading of a page.
 *
 * @param level 1 to 6
 * @param anchor its name in addresses, once on the page
 * @param text what it says, without markup
 */
record Heading(int level, String anchor, String text) {}
