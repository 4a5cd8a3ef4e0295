@NullMarked
package org.supportpin.domain;

import org.jspecify.annotations.NullMarked;
