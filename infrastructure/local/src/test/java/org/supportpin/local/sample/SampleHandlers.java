package org.supportpin.local.sample;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.time.Clock;
import java.util.Map;
import org.supportpin.local.function.HandlerFactory;
import org.supportpin.local.template.Function;

/** Creates the sample template's handlers. */
public final class SampleHandlers implements HandlerFactory {

    @Override
    public RequestStreamHandler create(Function function, Map<String, String> environment, Clock clock) {
        var className = function.handler();
        var wiring = new SampleWiring(environment, clock);
        return switch (className.substring(className.lastIndexOf('.') + 1)) {
            case "EchoHandler" -> new EchoHandler(wiring);
            case "ScriptHandler" -> new ScriptHandler();
            case "JourneyHandler" -> new JourneyHandler(wiring);
            default -> throw new IllegalArgumentException(className);
        };
    }
}
