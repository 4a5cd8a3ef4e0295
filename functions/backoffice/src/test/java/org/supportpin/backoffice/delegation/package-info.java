@NullMarked
package org.supportpin.backoffice.delegation;

import org.jspecify.annotations.NullMarked;
