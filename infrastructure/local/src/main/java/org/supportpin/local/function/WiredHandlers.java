package org.supportpin.local.function;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.time.Clock;
import java.util.Map;
import org.supportpin.local.fault.CannotStart;

/** Makes a handler by its constructor that takes a wiring, and the wiring by its {@code of(environment, clock)}. */
public final class WiredHandlers implements HandlerFactory {

    @Override
    public RequestStreamHandler create(String className, Map<String, String> environment, Clock clock) {
        try {
            var constructor = constructor(Class.forName(className).asSubclass(RequestStreamHandler.class));
            var wiring = constructor
                    .getParameterTypes()[0]
                    .getMethod("of", Map.class, Clock.class)
                    .invoke(null, environment, clock);
            return constructor.newInstance(wiring);
        } catch (ClassNotFoundException e) {
            throw new CannotStart("template.yaml names the handler " + className + ", and there is no such class.", e);
        } catch (InvocationTargetException e) {
            throw new CannotStart("The handler " + className + " cannot be made: " + e.getCause(), e);
        } catch (ReflectiveOperationException | ClassCastException e) {
            throw new CannotStart("The handler " + className + " is no stream handler with a wiring: " + e, e);
        }
    }

    private static <T> Constructor<T> constructor(Class<T> type) throws NoSuchMethodException {
        for (var constructor : type.getConstructors()) {
            if (constructor.getParameterCount() == 1) {
                return type.getConstructor(constructor.getParameterTypes());
            }
        }
        throw new NoSuchMethodException(type + " has no constructor with one parameter");
    }
}
