/** The static files of web/ and web/local/. */
@NullMarked
package org.supportpin.local.pages;

import org.jspecify.annotations.NullMarked;
