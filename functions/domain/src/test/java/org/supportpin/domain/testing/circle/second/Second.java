package org.supportpin.domain.testing.circle.second;

import org.supportpin.domain.testing.circle.first.First;

/** Half of a circle, which each module's wall must find. */
public interface Second {
    First other();
}
