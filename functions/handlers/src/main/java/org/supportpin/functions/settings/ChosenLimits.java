package org.supportpin.functions.settings;

import org.supportpin.domain.customer.Limit;
import org.supportpin.domain.customer.Limits;
import org.supportpin.functions.settings.Environment.Given;

/** The deployment's value of each of the {@link Limits}, which name their own variables. */
record ChosenLimits(Environment environment) implements Limits.Choices {

    static Given<Limits> read(Environment environment) {
        return environment.group(() -> {
            Limits.ALL.forEach(environment::limit);
            return () -> Limits.of(new ChosenLimits(environment));
        });
    }

    @Override
    public <T extends Comparable<T>> T of(Limit<T> limit) {
        return environment.limit(limit).get();
    }
}
