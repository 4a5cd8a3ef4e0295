/** Mail by SMTP submission (RFC 6409): a provider's, Amazon SES's, or the hosting company's own. */
@NullMarked
package org.supportpin.backoffice.mail.smtp;

import org.jspecify.annotations.NullMarked;
