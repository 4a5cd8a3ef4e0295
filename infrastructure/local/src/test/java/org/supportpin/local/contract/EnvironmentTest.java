package org.supportpin.local.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
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

    /** Five settings share what the other variables leave of Lambda's 4 KB (docs/connectors/README.md says how much). */
    @Test
    void fourteenHundredBytesAreLeftForTheConnectorsSettings() {
        var sizes = template.functions().values().stream()
                .map(function -> Stream.of(template.globals(), function)
                        .flatMap(each -> each.at("/Environment/Variables").propertyStream())
                        // Absent unless somebody chooses it.
                        .filter(each ->
                                !each.getValue().at("/Fn::If/1/Ref").asText().equals("AWS::NoValue"))
                        .mapToInt(each -> each.getKey().length() + longest(each.getKey(), each.getValue()))
                        .sum())
                .toList();

        assertThat(sizes).isNotEmpty().allMatch(size -> size <= 4096 - 1400, "leaves 1,400 bytes");
    }

    /** How long a value is: a parameter's default, or an estimate for names, ARNs and addresses; the settings count as 0. */
    private int longest(String variable, JsonNode value) {
        if (variable.endsWith("_SETTINGS")) {
            return 0;
        }
        var byDefault =
                template.parameter(value.path("Ref").asText()).path("Default").asText();
        return Math.max(byDefault.length(), byDefault.isEmpty() ? 80 : 0);
    }
}
