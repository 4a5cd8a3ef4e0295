package org.supportpin.simulated;

import java.time.Clock;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.supportpin.backoffice.hosting.HostingJson;
import org.supportpin.domain.hosting.HostingPackage;
import org.supportpin.domain.hosting.PackageId;
import org.supportpin.domain.hosting.WebHosting;
import org.supportpin.domain.testing.HostingContract;

class SimulatedHostingTest extends HostingContract {

    private final HostingPackage hostingPackage = sample("pkg-" + UUID.randomUUID());

    @BeforeEach
    void put() {
        SimulatedTable.put("packages", hostingPackage.id().value(), HostingJson.PACKAGE.write(hostingPackage));
    }

    @Override
    protected WebHosting hosting() {
        return new SimulatedBackOffice(SimulatedTable.client(), SimulatedTable.NAME, Clock.systemUTC())
                .webHosting();
    }

    @Override
    protected HostingPackage hostingPackage() {
        return hostingPackage;
    }

    @Override
    protected PackageId unknown() {
        return new PackageId("pkg-" + UUID.randomUUID());
    }
}
