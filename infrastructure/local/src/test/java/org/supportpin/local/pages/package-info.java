@NullMarked
package org.supportpin.local.pages;

import org.jspecify.annotations.NullMarked;
