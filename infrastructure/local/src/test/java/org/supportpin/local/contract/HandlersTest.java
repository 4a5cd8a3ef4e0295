package org.supportpin.local.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class HandlersTest {

    static Iterable<String> handlers() {
        return new Template()
                .functions().values().stream()
                        .map(function -> function.path("Handler").asText())
                        .toList();
    }

    /** Not initialized: that would need a function's environment. */
    @ParameterizedTest
    @MethodSource("handlers")
    void theHandlerThatTheTemplateNamesExists(String handler) throws ReflectiveOperationException {
        var type = Class.forName(handler, false, getClass().getClassLoader());

        assertThat(RequestStreamHandler.class).isAssignableFrom(type);
        assertThat(type.getConstructor()).isNotNull();
    }
}
