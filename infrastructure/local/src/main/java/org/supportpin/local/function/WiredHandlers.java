package org.supportpin.local.function;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.lang.reflect.InvocationTargetException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.supportpin.functions.Wiring;
import org.supportpin.functions.http.Log;
import org.supportpin.local.fault.CannotStart;

/** Makes the service's own handlers, each with a wiring of its own. */
public final class WiredHandlers implements HandlerFactory {

    @Override
    public RequestStreamHandler create(String className, Map<String, String> environment, Clock clock) {
        try {
            return Class.forName(className)
                    .asSubclass(RequestStreamHandler.class)
                    .getConstructor(Wiring.class)
                    .newInstance(Wiring.of(environment, clock, new Log(System.out), List.of()));
        } catch (ClassNotFoundException e) {
            // As in AWS: the deployment stands, and each call of this function fails. A test compares template and
            // classes.
            System.err.println("There is no handler " + className + ": calls of its function fail.");
            return (in, out, context) -> {
                throw new IllegalStateException("no class " + className, e);
            };
        } catch (InvocationTargetException e) {
            throw cannotMake(className, Optional.ofNullable(e.getCause()).orElse(e));
        } catch (ReflectiveOperationException | RuntimeException e) {
            throw cannotMake(className, e);
        }
    }

    private static CannotStart cannotMake(String className, Throwable why) {
        return new CannotStart("The handler " + className + " of template.yaml cannot be made: " + why, why);
    }
}
