package org.supportpin.local.function;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.time.Clock;
import java.util.Map;
import org.supportpin.local.template.Function;

/** Creates the handler of a function. */
@FunctionalInterface
public interface HandlerFactory {

    /** Creates it; the environment has the function's own variables and those that Lambda sets. */
    RequestStreamHandler create(Function function, Map<String, String> environment, Clock clock);
}
