package org.supportpin.local.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.supportpin.functions.settings.Settings;

class EnvironmentTest {

    private final Template template = new Template();

    @Test
    void theTemplateSetsWhatTheFunctionsReadAndNothingElse() {
        var set = Stream.concat(Stream.of(template.globals()), template.functions().values().stream())
                .flatMap(function -> function.at("/Environment/Variables").propertyStream())
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());

        assertThat(set).isEqualTo(Settings.names());
    }
}
