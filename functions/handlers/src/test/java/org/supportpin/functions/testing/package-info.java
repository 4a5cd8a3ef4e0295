/** What the tests of several functions share. */
@NullMarked
package org.supportpin.functions.testing;

import org.jspecify.annotations.NullMarked;
