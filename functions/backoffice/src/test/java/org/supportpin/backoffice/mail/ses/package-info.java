@NullMarked
package org.supportpin.backoffice.mail.ses;

import org.jspecify.annotations.NullMarked;
