@NullMarked
package org.supportpin.testkit;

import org.jspecify.annotations.NullMarked;
