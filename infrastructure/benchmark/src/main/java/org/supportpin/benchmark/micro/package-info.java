/** What JMH measures: code that asks nobody. */
@NullMarked
package org.supportpin.benchmark.micro;

import org.jspecify.annotations.NullMarked;

