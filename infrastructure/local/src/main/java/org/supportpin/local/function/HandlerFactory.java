package org.supportpin.local.function;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.time.Clock;
import java.util.Map;

/** Makes the handler of a function. */
@FunctionalInterface
public interface HandlerFactory {

    /**
     * A new handler, with a wiring of its own, as each function has in AWS.
     *
     * @param className from the template
     * @param environment of this function alone
     * @param clock the service's
     */
    RequestStreamHandler create(String className, Map<String, String> environment, Clock clock);
}
