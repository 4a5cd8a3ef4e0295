@NullMarked
package org.supportpin.domain.action;

import org.jspecify.annotations.NullMarked;
