/** The pages of web/, as static files. */
@NullMarked
package org.supportpin.local.pages;

import org.jspecify.annotations.NullMarked;
