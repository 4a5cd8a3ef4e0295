/** The pages, in a real browser, against the whole system. */
@NullMarked
package org.supportpin.browser;

import org.jspecify.annotations.NullMarked;
