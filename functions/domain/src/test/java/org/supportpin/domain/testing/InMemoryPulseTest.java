package org.supportpin.domain.testing;

import org.supportpin.domain.audit.Pulse;

class InMemoryPulseTest extends PulseContract {

    private final InMemoryPulse pulse = new InMemoryPulse();

    @Override
    protected Pulse pulse() {
        return pulse;
    }
}
