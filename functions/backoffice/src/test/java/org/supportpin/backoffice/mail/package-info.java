@NullMarked
package org.supportpin.backoffice.mail;

import org.jspecify.annotations.NullMarked;
