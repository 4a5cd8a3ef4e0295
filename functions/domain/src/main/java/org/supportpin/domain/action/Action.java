package org.supportpin.domain.action;

/**
 * One of the ten, with its parameters. Each lives with its concept (billing, dns, registrar, hosting), so the set is closed by
 * {@link ActionName}: the registry binds each name in one exhaustive {@code switch}.
 */
public interface Action {

    ActionName name();
}
