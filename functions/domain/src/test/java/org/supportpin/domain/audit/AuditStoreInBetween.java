package org.supportpin.domain.audit;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Objects;
import java.util.Set;

/** Does something before one of the calls that look again. */
final class AuditStoreInBetween {

    private static final Set<String> LOOKS = Set.of("action", "entries");

    private int calls;

    private AuditStoreInBetween() {}

    /** @param call before which of the calls: 1, 2 … */
    static AuditStore of(AuditStore real, int call, Runnable what) {
        var between = new AuditStoreInBetween();
        InvocationHandler handler = (_, method, arguments) -> {
            if (LOOKS.contains(method.getName()) && ++between.calls == call) {
                what.run();
            }
            try {
                return method.invoke(real, arguments);
            } catch (InvocationTargetException e) {
                throw Objects.requireNonNull(e.getCause());
            }
        };
        return (AuditStore)
                Proxy.newProxyInstance(AuditStore.class.getClassLoader(), new Class<?>[] {AuditStore.class}, handler);
    }
}
