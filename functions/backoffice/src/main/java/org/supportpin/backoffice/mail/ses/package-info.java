/** Mail by Amazon SES (API version 2), with the function's own role. */
@NullMarked
package org.supportpin.backoffice.mail.ses;

import org.jspecify.annotations.NullMarked;
