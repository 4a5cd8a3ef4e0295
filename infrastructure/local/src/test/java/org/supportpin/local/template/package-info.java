@NullMarked
package org.supportpin.local.template;

import org.jspecify.annotations.NullMarked;
