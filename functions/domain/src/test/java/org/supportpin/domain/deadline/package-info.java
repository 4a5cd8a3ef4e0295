@NullMarked
package org.supportpin.domain.deadline;

import org.jspecify.annotations.NullMarked;
