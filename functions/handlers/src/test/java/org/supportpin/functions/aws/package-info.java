@NullMarked
package org.supportpin.functions.aws;

import org.jspecify.annotations.NullMarked;
