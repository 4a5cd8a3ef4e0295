@NullMarked
package org.supportpin.domain.account;

import org.jspecify.annotations.NullMarked;
