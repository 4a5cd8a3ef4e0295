package org.supportpin.local.sample;

import com.amazonaws.services.lambda.runtime.Context;
import java.lang.reflect.Proxy;

/** Lambda's invocation context, for tests that do not depend on it. */
public final class Invocations {

    private Invocations() {}

    /** Without content, and with all the time there is. */
    public static Context unnamed() {
        return (Context) Proxy.newProxyInstance(
                Invocations.class.getClassLoader(),
                new Class<?>[] {Context.class},
                (_, method, _) -> method.getReturnType() == int.class ? Integer.MAX_VALUE : "");
    }
}
