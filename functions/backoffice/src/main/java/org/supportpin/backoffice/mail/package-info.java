/** Renders mail as text and HTML. */
@NullMarked
package org.supportpin.backoffice.mail;

import org.jspecify.annotations.NullMarked;
