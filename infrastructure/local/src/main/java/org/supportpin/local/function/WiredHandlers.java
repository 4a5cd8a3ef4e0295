package org.supportpin.local.function;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.lang.reflect.InvocationTargetException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.supportpin.functions.Wiring;
import org.supportpin.functions.http.Log;
import org.supportpin.local.fault.CannotStart;
import org.supportpin.local.iam.RoleGuard;
import org.supportpin.local.template.Function;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;

/**
 * Creates template.yaml's handlers by their constructor with a {@link Wiring}. Each can do only what its role allows, until its call
 * ends.
 *
 * @param interceptors called around each call of the SDK
 */
public record WiredHandlers(Log log, List<ExecutionInterceptor> interceptors) implements HandlerFactory {

    @Override
    public RequestStreamHandler create(Function function, Map<String, String> environment, Clock clock) {
        var className = function.handler();
        var guard = new RoleGuard(function.id(), function.role(), environment.getOrDefault("AWS_REGION", ""));
        var around = Stream.concat(Stream.of(guard, Invocation.CUT_OFF), interceptors.stream())
                .toList();
        try {
            return Class.forName(className)
                    .asSubclass(RequestStreamHandler.class)
                    .getConstructor(Wiring.class)
                    .newInstance(Wiring.of(environment, clock, log, around));
        } catch (ClassNotFoundException e) {
            throw new CannotStart("The class of the handler " + className + " in template.yaml does not exist.", e);
        } catch (InvocationTargetException e) {
            throw new CannotStart("The handler " + className + " cannot be created: " + e.getCause(), e);
        } catch (ReflectiveOperationException | ClassCastException e) {
            throw new CannotStart(
                    "The handler " + className + " is not a stream handler with a constructor that takes a Wiring: "
                            + e,
                    e);
        }
    }
}
