@NullMarked
package org.supportpin.domain.notice;

import org.jspecify.annotations.NullMarked;
