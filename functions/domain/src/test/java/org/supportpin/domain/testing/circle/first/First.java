package org.supportpin.domain.testing.circle.first;

import org.supportpin.domain.testing.circle.second.Second;

/** Half of a circle, which each module's wall must find. */
public interface First {
    Second other();
}
