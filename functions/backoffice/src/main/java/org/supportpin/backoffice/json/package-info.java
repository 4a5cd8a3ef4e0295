@NullMarked
package org.supportpin.backoffice.json;

import org.jspecify.annotations.NullMarked;
