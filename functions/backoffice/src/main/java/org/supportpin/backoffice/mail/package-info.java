/** How a mail of the domain looks when it leaves. */
@NullMarked
package org.supportpin.backoffice.mail;

import org.jspecify.annotations.NullMarked;
