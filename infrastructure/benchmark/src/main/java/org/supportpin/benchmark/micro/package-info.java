/** Measured by JMH: code without outgoing calls. */
@NullMarked
package org.supportpin.benchmark.micro;

import org.jspecify.annotations.NullMarked;
