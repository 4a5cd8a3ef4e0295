@NullMarked
package org.supportpin.backoffice.mail.smtp;

import org.jspecify.annotations.NullMarked;
