package org.supportpin.domain.action;

/**
 * One of the ten actions, with its parameters. Each is in the package of its concept (billing, dns, registrar, hosting), so the
 * set is closed by {@link ActionName}: the registry binds each name in an exhaustive {@code switch}.
 */
public interface Action {

    ActionName name();
}
