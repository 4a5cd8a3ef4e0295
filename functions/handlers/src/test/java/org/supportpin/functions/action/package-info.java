@NullMarked
package org.supportpin.functions.action;

import org.jspecify.annotations.NullMarked;
