package org.supportpin.benchmark.quarkus;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.supportpin.domain.customer.CurrentPin;
import org.supportpin.functions.Wiring;

/** The domain's use case as a bean. */
final class Beans {

    @Produces
    @Singleton
    CurrentPin currentPin() {
        return Wiring.fromEnvironment().currentPin();
    }
}
