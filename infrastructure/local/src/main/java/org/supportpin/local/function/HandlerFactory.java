package org.supportpin.local.function;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.time.Clock;
import java.util.Map;
import org.supportpin.local.template.Function;

/** Makes the handler of a function. */
@FunctionalInterface
public interface HandlerFactory {

    /**
     * A new handler, with a wiring of its own, as each function has in AWS.
     *
     * @param function as the template describes it
     * @param environment of this function alone, with what Lambda puts in
     * @param clock the service's
     */
    RequestStreamHandler create(Function function, Map<String, String> environment, Clock clock);
}
